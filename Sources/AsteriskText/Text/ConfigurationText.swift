/// The one place where a text from a table becomes part of a line of Asterisk's files.
///
/// Whatever it is given, the result is one line without a comment, a section, a template or a variable in it. A name of
/// a guest or a note of an administrator can therefore never become configuration.
enum ConfigurationText {
    /// The longest name that phones show.
    static let nameLengthMax = 80

    /// Characters that mean something to Asterisk's files, its dialplan, or a SIP header.
    private static let forbidden = Set("\"'`;[](){}<>\\$|,:=#&^%/@".unicodeScalars)

    /// A name for people, without every character that means something; `fallback` where nothing is left.
    ///
    /// - Parameter extras: characters that mean nothing where this name goes.
    static func name(_ text: String, fallback: String, keeping extras: Set<Unicode.Scalar> = []) -> String {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if isBlank(scalar) || (forbidden.contains(scalar) && !extras.contains(scalar)) {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        if !word.isEmpty { words.append(word) }
        var name = ""
        name.unicodeScalars.append(contentsOf: words.joined(separator: " ").unicodeScalars.prefix(nameLengthMax))
        while name.last == " " { name.removeLast() }
        return name.isEmpty ? fallback : name
    }

    /// A value behind `=`: one line, its semicolons no comments.
    static func value(_ text: String) -> String {
        var value = ""
        for scalar in text.unicodeScalars where !isBlank(scalar) || scalar == " " {
            if scalar == ";" { value.unicodeScalars.append("\\") }
            value.unicodeScalars.append(scalar)
        }
        return value
    }

    /// The name of a section or an option: only what can be nothing else.
    static func word(_ text: String) -> String {
        var word = ""
        word.unicodeScalars.append(
            contentsOf: text.unicodeScalars.filter {
                ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                    || $0 == "-" || $0 == "_" || $0 == "."
            })
        return word
    }

    /// Ends of lines, blanks, and characters that cannot be seen or that turn a line around.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .unassigned,
            .privateUse:
            true
        default: false
        }
    }
}
