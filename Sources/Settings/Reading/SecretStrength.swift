/// Whether a secret is hard enough to guess to stand between two hotels.
enum SecretStrength {
    /// The least number of bits.
    static let bitsMin = 128
    /// The least number of characters, enough only where letters of both cases and digits mix.
    static let lengthMin = 22

    private static let distinctMin = 8

    /// Texts that stand in manuals and examples, hence in attackers' lists.
    private static let known = ["brncomyyrtru27s6sausa", "changeme", "change-me", "change_me", "password", "example"]

    static let expected = "a generated secret of at least \(bitsMin) bits (cure: comxfailover secret generate)"

    /// What is wrong with the secret, without telling it; nil where nothing is.
    static func fault(of secret: SecretText) -> String? {
        let text = secret.revealed
        let lowered = text.lowercased()
        if known.contains(where: lowered.contains) { return "one that stands in a manual or an example" }
        if text.count < lengthMin { return "one of \(text.count) characters" }
        if Set(text).count < distinctMin { return "one of only \(Set(text).count) different characters" }
        if isRepetition(Array(text.unicodeScalars)) { return "one that repeats itself" }
        if isRun(Array(text.unicodeScalars)) { return "one that follows the alphabet" }
        let bits = centibits(Array(text.unicodeScalars)) / 100
        return bits < bitsMin ? "one of about \(bits) bits" : nil
    }

    /// Hundredths of a bit, as if every character were drawn from the smallest alphabet that has them all.
    private static func centibits(_ scalars: [Unicode.Scalar]) -> Int {
        let hexadecimal = scalars.allSatisfy { $0.properties.isASCIIHexDigit }
        if scalars.allSatisfy({ ("0"..."9").contains($0) }) { return scalars.count * 332 }
        if hexadecimal { return scalars.count * 400 }
        let hasLower = scalars.contains { ("a"..."z").contains($0) }
        let hasUpper = scalars.contains { ("A"..."Z").contains($0) }
        return scalars.count * (hasLower && hasUpper ? 595 : 500)
    }

    private static func isRepetition(_ scalars: [Unicode.Scalar]) -> Bool {
        (1...scalars.count / 2).contains { period in
            (period..<scalars.count).allSatisfy { scalars[$0] == scalars[$0 - period] }
        }
    }

    /// Whether most characters are the neighbours of the ones before them, as in `abcdef` and `987654`.
    private static func isRun(_ scalars: [Unicode.Scalar]) -> Bool {
        let near = zip(scalars, scalars.dropFirst()).count { left, right in
            abs(Int(left.value) - Int(right.value)) <= 1
        }
        return near * 2 > scalars.count
    }
}
