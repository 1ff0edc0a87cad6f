extension Guest {
    /// Reads a name as people write it: `Ada Lovelace`, `Lovelace, Ada`, or a last name alone.
    package init(reading text: String, title: String? = nil, language: String? = nil, isVeryImportant: Bool = false) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
        let first: String
        let last: String
        if parts.count == 2 {
            (last, first) = (parts[0], parts[1])
        } else {
            let words = text.split(separator: " ").map(String.init)
            last = words.last ?? ""
            first = words.dropLast().joined(separator: " ")
        }
        self.init(
            title: title, firstName: first.isEmpty ? nil : first, lastName: last, language: language,
            isVeryImportant: isVeryImportant)
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(separator: " ").joined(separator: " ")
    }
}
