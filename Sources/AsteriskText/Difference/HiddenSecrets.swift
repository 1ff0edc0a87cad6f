/// Takes passwords and the PINs of voicemail boxes out of configuration, ours or somebody else's.
package enum HiddenSecrets {
    /// What stands in their place.
    private static let placeholder = "(secret)"
    /// Options whose value is a password, or says as much as one.
    private static let options: Set<String> = [
        "password", "secret", "md5_cred", "md5secret", "password_digest", "remotesecret", "dbpass", "passwd",
    ]

    /// The text without them.
    package static func hiding(in text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(hiding(inLine:)).joined(separator: "\n")
    }

    /// The line without a password, or without the PIN of a box.
    static func hiding(inLine line: Substring) -> String {
        if let sign = line.firstIndex(of: "=") {
            let name = line[..<sign].filter { $0 != " " && $0 != "\t" }.lowercased()
            if options.contains(name) {
                let arrow = line[sign...].hasPrefix("=>") ? ">" : ""
                return "\(line[...sign])\(arrow)\(placeholder)"
            }
        }
        guard let arrow = line.firstRange(of: " => "), line[..<arrow.lowerBound].allSatisfy(\.isNumber),
            let comma = line[arrow.upperBound...].firstIndex(of: ",")
        else { return String(line) }
        return "\(line[..<arrow.upperBound])\(placeholder)\(line[comma...])"
    }
}
