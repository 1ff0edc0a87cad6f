/// Draws the secret that the two nodes of a pair share.
///
/// Eight groups of four characters, 160 random bits, without the letters that are misread: easy to read out over a
/// telephone, and safe in YAML, in SIP passwords and on a command line.
package enum SecretGenerator {
    package static let groups = 8
    package static let groupLength = 4

    /// The 32 characters in use, five bits each; `i`, `l`, `o` and `u` are left out.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// A new secret from the system's own source of randomness.
    package static func draw() -> String {
        var source = SystemRandomNumberGenerator()
        return draw(using: &source)
    }

    static func draw(using source: inout some RandomNumberGenerator) -> String {
        var parts: [String] = []
        for _ in 0..<groups {
            var part = ""
            for _ in 0..<groupLength {
                part.append(alphabet[Int.random(in: 0..<alphabet.count, using: &source)])
            }
            parts.append(part)
        }
        return parts.joined(separator: "-")
    }
}
