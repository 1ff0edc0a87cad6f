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
