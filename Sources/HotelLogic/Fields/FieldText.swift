/// A field's value as a person or a file writes it. Reading it gives a value or says in one line what is wrong.
package struct FieldText: Sendable, Hashable {
    /// What stands in a secret's place where it is hidden. It is no valid secret, so that it never becomes one.
    package static let hiddenSecret = "(hidden)"

    /// The field's name; nil for the entry's own name.
    package let field: String?
    package let text: String

    package init(_ field: String?, _ text: String) {
        self.field = field
        self.text = text
    }

    package var isEmpty: Bool { text.isEmpty }

    /// The text in quotes, short enough for a message and without what steers a terminal.
    package var quoted: String { "`\(Self.shortened(text))`" }

    /// The fault that this field has.
    package func fault(_ words: String) -> FieldFault { FieldFault(field, words) }

    /// The parts of a list: commas or blanks between them.
    package var parts: [FieldText] {
        text.split { $0 == "," || $0.isWhitespace }.map { FieldText(field, String($0)) }
    }

    private static func shortened(_ text: String) -> String {
        let visible = String(
            text.unicodeScalars.map { $0.isControl ? Character("·") : Character($0) })
        return visible.count > 40 ? visible.prefix(40) + "…" : visible
    }
}

extension Unicode.Scalar {
    /// Control characters, line and paragraph ends, and marks that turn the direction of writing.
    var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff, 0xfffd: true
        default: false
        }
    }
}
