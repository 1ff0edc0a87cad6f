/// A table as other programs export it: a heading, then a line for each row, with commas or semicolons between.
///
/// Follows RFC 4180, with what spreadsheets do besides: a byte order mark, semicolons instead of commas (told from the
/// heading), any kind of line end, empty lines. A field in quotes may hold separators, line ends and doubled quotes.
package struct CommaSeparatedText: Sendable, Hashable {
    /// The most rows of one text, the heading not counted.
    package static let rowsMax = 10_000
    /// The longest field, in bytes.
    package static let fieldBytesMax = 1_000

    /// One row: its fields, and the number of the line on which it begins, counted from 1.
    package struct Row: Sendable, Hashable {
        package let line: Int
        package let fields: [String]
    }

    /// The heading's fields, in small letters.
    package let heading: [String]
    package let rows: [Row]

    /// Reads the whole text.
    package init(reading text: String) throws(CommaSeparatedFault) {
        var reader = FieldReader(text)
        var rows: [Row] = []
        while let row = try reader.next() {
            guard rows.count <= Self.rowsMax else { throw .init(line: row.line, trouble: .tooManyRows) }
            rows.append(row)
        }
        guard let first = rows.first else { throw .init(line: 1, trouble: .empty) }
        heading = first.fields.map { $0.lowercased() }
        self.rows = Array(rows.dropFirst())
    }
}

/// Cuts a text into rows of fields.
private struct FieldReader {
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
