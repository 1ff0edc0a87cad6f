/// Sizes as MariaDB writes them: digits, then nothing, K, M or G.
enum ByteSize {
    static func bytes(_ text: String) -> Int? {
        let factors: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        guard let last = text.uppercased().last else { return nil }
        guard let factor = factors[last] else { return Int(text) }
        return Int(text.dropLast()).map { $0 * factor }
    }
}
