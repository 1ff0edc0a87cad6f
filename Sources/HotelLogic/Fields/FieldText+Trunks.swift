/// What trunks and routes are made of.
extension FieldText {
    /// The codecs that Asterisk has without a licence.
    package static let knownCodecs = [
        "g722", "alaw", "ulaw", "opus", "g729", "gsm", "ilbc", "speex", "g726", "slin", "slin16",
    ]

    /// Names of codecs in the order of preference.
    package func codecs() throws(FieldFault) -> [String] {
        try distinct(Self.knownCodecs.count) { (part) throws(FieldFault) in
            let name = part.text.lowercased()
            guard Self.knownCodecs.contains(name) else {
                throw part.fault("\(part.quoted) is no codec; known are \(Self.knownCodecs.joined(separator: ", "))")
            }
            return name
        }
    }

    /// A user name as providers give it.
    package func userName() throws(FieldFault) -> String {
        let others = Set("-._~+@".unicodeScalars)
        guard isMadeOf(1...64, { $0.isLetterOrDigit || others.contains($0) }) else {
            throw fault("\(quoted) is not a user name; one has 1 to 64 ASCII letters, digits and -._~+@")
        }
        return text
    }

    /// A number, or a pattern of numbers in Asterisk's letters, without the underscore.
    package func numberPattern() throws(FieldFault) -> String {
        let pattern = text.uppercased()
        let body = pattern.hasPrefix("+") ? pattern.dropFirst() : pattern[...]
        let core = body.hasSuffix(".") || body.hasSuffix("!") ? body.dropLast() : body
        let letters = Set("0123456789XZN*#".unicodeScalars)
        guard !body.isEmpty, pattern.utf8.count <= 32, core.unicodeScalars.allSatisfy(letters.contains) else {
            throw fault("\(quoted) is not a pattern; one has digits and X (any), Z (1-9), N (2-9), at its end . or !")
        }
        return pattern
    }

    /// Digits that are put before a number.
    package func prefix() throws(FieldFault) -> String {
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        let keys = Set("0123456789*#".unicodeScalars)
        guard (1...16).contains(text.utf8.count), digits.unicodeScalars.allSatisfy(keys.contains) else {
            throw fault("\(quoted) cannot stand before a number; use digits, perhaps with + before them")
        }
        return text
    }
}
