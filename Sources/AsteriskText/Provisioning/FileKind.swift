/// How the file of a family is written, and so how a value must be written to arrive as it is.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
    /// Elements or attributes.
    case xml
    /// Lines such as `name = value`; the value runs to the end of its line.
    case keyValue = "key-value"
    /// Sections with lines such as `name = value`, in which a semicolon begins a comment and quotes have a meaning.
    case sections = "ini"

    /// What an HTTP answer calls it.
    package var contentType: String {
        switch self {
        case .xml: "application/xml; charset=utf-8"
        case .keyValue, .sections: "text/plain; charset=utf-8"
        }
    }

    /// `text` written so that a reader of this kind of file gets `text` back; throws where no writing does that.
    package func escaped(_ text: String, name: TemplateName) throws(ProvisioningFault) -> String {
        try refuseWhatNoFileCarries(text, name)
        switch self {
        case .xml: return Self.xmlEscaped(text)
        case .keyValue, .sections:
            guard let odd = firstUnwritable(in: text) else { return text }
            throw .unwritable(name, character: odd)
        }
    }

    /// As `escaped`, for words that only people read: what the kind cannot carry becomes a blank.
    package func escapedWords(_ text: String, name: TemplateName) throws(ProvisioningFault) -> String {
        try refuseWhatNoFileCarries(text, name)
        guard self != .xml else { return Self.xmlEscaped(text) }
        let words = text.unicodeScalars.split { $0 == " " || isUnwritable($0) }
        return words.map { String($0) }.joined(separator: " ")
    }

    private func refuseWhatNoFileCarries(_ text: String, _ name: TemplateName) throws(ProvisioningFault) {
        guard text.utf8.count <= TemplateValue.lengthMax else { throw .tooLong(name, length: text.utf8.count) }
        if let odd = text.unicodeScalars.first(where: Self.isControl) { throw .controlCharacter(name, odd.value) }
    }

    /// A blank at either end would be taken away by the reader.
    private func firstUnwritable(in text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        if scalars.first == " " || scalars.last == " " { return " " }
        return scalars.first(where: isUnwritable)
    }

    private func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .xml, .keyValue: false
        case .sections: scalar == ";" || scalar == "'" || scalar == "\"" || scalar == "[" || scalar == "]"
        }
    }

    /// Ends of lines of every kind, control characters, and what XML forbids.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func xmlEscaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&apos;"
            default: String(scalar)
            }
        }.joined()
    }
}
