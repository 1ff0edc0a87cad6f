/// What fields may hold. Each reader refuses with the rule it keeps.
extension FieldText {
    /// The longest secret; the shortest still safe against guessing from outside.
    package static let secretLengths = 8...64

    /// A name or a note for people: any characters, emoji too, but one line.
    package func words(_ lengthMax: Int) throws(FieldFault) -> String {
        guard !text.unicodeScalars.contains(where: \.isControl) else {
            throw fault("\(quoted) holds a line end or a control character (shown as ·); write it on one line")
        }
        guard text.unicodeScalars.count <= lengthMax else {
            throw fault("the text has \(text.unicodeScalars.count) characters; at most \(lengthMax) fit")
        }
        guard text.contains(where: { !$0.isWhitespace }) else { throw fault("the text is blank") }
        return text
    }

    package func number(_ range: ClosedRange<Int>) throws(FieldFault) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw fault("\(quoted) is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    package func flag() throws(FieldFault) -> Bool {
        switch text.lowercased() {
        case "yes", "true", "on", "1": return true
        case "no", "false", "off", "0": return false
        default: throw fault("\(quoted) is neither yes nor no")
        }
    }

    /// One of the words of a closed list.
    package func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ type: Choice.Type
    ) throws(FieldFault) -> Choice {
        guard let choice = Choice(rawValue: text.lowercased()) else {
            throw fault("\(quoted) is none of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// The number of an extension or of a group: what a phone inside dials.
    package func extensionNumber() throws(FieldFault) -> String {
        guard isMadeOf(1...16, { ("0"..."9").contains($0) }) else {
            throw fault("\(quoted) is not a number to dial inside; one has 1 to 16 digits")
        }
        return text
    }

    /// A number outside, as a trunk takes it: digits, perhaps with a plus sign before them.
    package func outsideNumber() throws(FieldFault) -> String {
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard (2...31).contains(digits.utf8.count), digits.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) })
        else { throw fault("\(quoted) is not a telephone number; one has 2 to 31 digits, perhaps with + before them") }
        return text
    }

    /// A code that phones dial: digits, `*` and `#`.
    package func dialCode(_ lengths: ClosedRange<Int>) throws(FieldFault) -> String {
        guard isMadeOf(lengths, { ("0"..."9").contains($0) || $0 == "*" || $0 == "#" }) else {
            let size = lengths.count == 1 ? "\(lengths.lowerBound)" : "\(lengths.lowerBound) to \(lengths.upperBound)"
            throw fault("\(quoted) is not a code to dial; one has \(size) of the keys 0 to 9, * and #")
        }
        return text
    }

    /// A number as a phone inside would dial it: inside or outside, with the access digit where there is one.
    package func dialledNumber() throws(FieldFault) -> String {
        let keys = FieldText(field, text.hasPrefix("+") ? String(text.dropFirst()) : text)
        guard keys.isMadeOf(1...39, { ("0"..."9").contains($0) || $0 == "*" || $0 == "#" }) else {
            throw fault("\(quoted) is not a number to dial; one has 1 to 39 of the keys 0 to 9, * and #")
        }
        return text
    }

    /// The PIN of a voicemail box; it is never told.
    package func pin() throws(FieldFault) -> String {
        guard isMadeOf(4...16, { ("0"..."9").contains($0) }) else {
            throw fault("a PIN has 4 to 16 digits (this one is not shown)")
        }
        return text
    }

    /// A SIP password that needs no quoting anywhere.
    package func secret() throws(FieldFault) -> String {
        let others = Set("-._~+=@!%*^:/".unicodeScalars)
        guard isMadeOf(Self.secretLengths, { $0.isLetterOrDigit || others.contains($0) }) else {
            throw fault(
                "a password has \(Self.secretLengths.lowerBound) to \(Self.secretLengths.upperBound) ASCII letters, "
                    + "digits and -._~+=@!%*^:/ (this one is not shown)")
        }
        return text
    }

    /// The name of a gateway, a trunk or a route: it becomes the name of a section of Asterisk's files.
    package func name() throws(FieldFault) -> String {
        let isName =
            isMadeOf(1...40) { $0.isLetterOrDigit || $0 == "-" || $0 == "_" }
            && text.unicodeScalars.first.map { !("0"..."9").contains($0) && $0 != "-" && $0 != "_" } == true
        guard isName else {
            throw fault("\(quoted) is not a name; one has 1 to 40 ASCII letters, digits, - and _, a letter first")
        }
        return text
    }

    /// A room as the property's management system writes it.
    package func room() throws(FieldFault) -> String {
        guard isMadeOf(1...16, { $0.isLetterOrDigit || $0 == "-" }) else {
            throw fault("\(quoted) is not a room; one has 1 to 16 ASCII letters, digits and -")
        }
        return text
    }

    func isMadeOf(_ lengths: ClosedRange<Int>, _ isAllowed: (Unicode.Scalar) -> Bool) -> Bool {
        lengths.contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(isAllowed)
    }
}

extension Unicode.Scalar {
    /// ASCII letters and digits.
    var isLetterOrDigit: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
    }
}
