import Vocabulary

/// Rows for one table of the hotel.
struct HotelTable: Sendable {
    /// The table's name in the schema `comxfailover`.
    let name: String
    let columns: [String]
    let rows: [[CellValue]]

    init(_ name: String, _ columns: [String], _ rows: [[CellValue]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// The statement that adds one row.
    var insertion: String {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO comxfailover.\(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    }
}
