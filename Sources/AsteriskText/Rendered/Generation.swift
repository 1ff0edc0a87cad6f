/// The name of a rendering: the same texts give the same, others another.
enum Generation {
    /// FNV-1a over names and texts, 64 bits, as 16 digits.
    static func of(_ texts: [String: String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for name in texts.keys.sorted() {
            for byte in name.utf8 + [0] + (texts[name] ?? "").utf8 + [0] {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
