import Ports
import ReplicaLogic
import Vocabulary

/// The writes that rows were found to hold, as conditions on their entries, called `f`.
struct FoundWrites {
    /// A part of a statement with the values to bind.
    typealias Condition = (text: String, values: [CellValue])

    let found: FoundRows
    /// Those over the scope of the rows' table: an entry that a trigger wrote has the epoch of one of them.
    let reigns: [ScopeReigns.Reign]

    /// Whether the feed knew a write of the row.
    func isKnown(_ key: [CellValue]) -> Bool { found.write(under: key) != nil }

    /// Whether an entry is that of the write that was found under `key`; without one, whether there is none.
    func entry(under key: [CellValue]) -> Condition {
        guard let version = found.write(under: key) else { return ("f.position IS NULL", []) }
        var (epoch, values): Condition = ("f.epoch = ?", [.unsigned(version.epoch.rawValue)])
        for reign in reigns where reign.epoch == version.epoch {
            epoch += " OR (f.epoch IS NULL AND f.position > ? AND f.position <= ?)"
            values += [.unsigned(reign.after.rawValue), .unsigned(reign.until.rawValue)]
        }
        return (
            "f.clock = ? AND f.node = ? AND (\(epoch))",
            [.unsigned(version.clock), .unsigned(UInt64(version.node.number))] + values
        )
    }
}
