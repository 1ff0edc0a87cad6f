/// Cuts a text into rows of fields.
struct FieldReader {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var place = 0
    private var line = 1

    init(_ text: String) {
        let all = Array(text.utf8)
        bytes = all.starts(with: [0xef, 0xbb, 0xbf]) ? Array(all.dropFirst(3)) : all
        let heading = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let semicolons = heading.count { $0 == UInt8(ascii: ";") }
        separator = semicolons > heading.count { $0 == UInt8(ascii: ",") } ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    /// The next row that is not empty; nil at the end.
    mutating func next() throws(CommaSeparatedFault) -> CommaSeparatedText.Row? {
        while place < bytes.count {
            let start = line
            let fields = try self.fields()
            if fields != [""] { return CommaSeparatedText.Row(line: start, fields: fields) }
        }
        return nil
    }

    private mutating func fields() throws(CommaSeparatedFault) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard place < bytes.count else { return fields }
            if bytes[place] == separator {
                place += 1
                // A separator at the very end of the text opens one more field, which is empty.
                if place == bytes.count { return fields + [""] }
            } else {
                endLine()
                return fields
            }
        }
    }

    private mutating func field() throws(CommaSeparatedFault) -> String {
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return try quoted() }
        let start = place
        while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) { place += 1 }
        return try text(bytes[start..<place], line).trimmedOfBlanks
    }

    private mutating func quoted() throws(CommaSeparatedFault) -> String {
        let start = line
        var content: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") {
                guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                    try endQuoted()
                    return try text(content[...], start)
                }
                place += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            content.append(byte)
        }
        throw .init(line: start, trouble: .quoteOpen)
    }

    /// After the closing quote only blanks may come before the separator.
    private mutating func endQuoted() throws(CommaSeparatedFault) {
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        guard place == bytes.count || bytes[place] == separator || isLineEnd(bytes[place]) else {
            throw .init(line: line, trouble: .textAfterQuote)
        }
    }

    private mutating func endLine() {
        let isCarriage = bytes[place] == UInt8(ascii: "\r")
        place += 1
        if isCarriage, place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
        line += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func text(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(CommaSeparatedFault) -> String {
        guard bytes.count <= CommaSeparatedText.fieldBytesMax else { throw .init(line: line, trouble: .fieldTooLong) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The text without blanks and tabulators at both ends.
    fileprivate var trimmedOfBlanks: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var text = self[...].drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return String(text)
    }
}
