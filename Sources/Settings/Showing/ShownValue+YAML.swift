extension ShownValue {
    /// The value as it would stand in a settings file.
    var yaml: String {
        switch self {
        case .nothing: "null"
        case .hidden: "hidden"
        case .flag(let flag): String(flag)
        case .number(let number): String(number)
        case .text(let text): Self.scalar(text)
        case .list(let texts): "[" + texts.map(Self.scalar).joined(separator: ", ") + "]"
        }
    }

    /// A plain word where it cannot be taken for anything else, otherwise quoted.
    private static func scalar(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "/._-".unicodeScalars.contains($0)
        }
        if plain, text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
