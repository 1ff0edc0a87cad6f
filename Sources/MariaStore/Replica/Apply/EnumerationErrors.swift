import ReplicaLogic
import Vocabulary

/// Error values of enumerations among rows to be inserted: what MariaDB once stored, without strictness, for a word
/// that is none of the members. It reads as empty text, and no strict statement takes it.
///
/// Such a row is inserted under a member that stands in, with all strictness for its other values; then that one
/// column is set to the error value by a statement that forgives.
struct EnumerationErrors {
    private let local: LocalTable
    /// By the index of the column: its name, what stands in for the error, and the places of the rows.
    private var found: [Int: (name: String, standIn: CellValue, rows: [(index: Int, place: Int)])] = [:]

    init(in rows: [(place: Int, values: [CellValue])], columns: [String], of local: LocalTable) {
        self.local = local
        for (index, name) in columns.enumerated() {
            guard let column = local.description.columns.first(where: { $0.name == name }),
                let members = column.members, let standIn = members.first, !members.contains("")
            else { continue }
            let erroneous = rows.enumerated().filter { $0.element.values[index] == .text("") }
            guard !erroneous.isEmpty else { continue }
            found[index] = (name, .text(standIn), erroneous.map { ($0.offset, $0.element.place) })
        }
    }

    /// The rows with members in place of the error values.
    func stoodIn(_ rows: [[CellValue]]) -> [[CellValue]] {
        var rows = rows
        for (column, error) in found {
            for row in error.rows { rows[row.index][column] = error.standIn }
        }
        return rows
    }

    /// Puts the error values where members stood in; no column that keeps the time of a change notices.
    func write(on session: MariaSession) throws {
        let still = local.description.columns.filter { $0.kind == .temporal }.map {
            "t.\(MariaIdentifier.quoted($0.name)) = t.\(MariaIdentifier.quoted($0.name))"
        }
        for error in found.sorted(by: { $0.key < $1.key }).map(\.value) {
            let changes = ["t.\(MariaIdentifier.quoted(error.name)) = 0"] + still
            for row in error.rows {
                try session.execute(
                    "UPDATE IGNORE \(local.stage) s STRAIGHT_JOIN \(local.text.source) t ON \(local.joinStage) "
                        + "SET \(changes.joined(separator: ", ")) WHERE s.ordinal = ?", [.unsigned(UInt64(row.place))])
            }
        }
    }
}
