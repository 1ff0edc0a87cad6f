import Ports
import Vocabulary

/// The entries of the conflict ledger, one a line.
struct ConflictsTable {
    let conflicts: [ConflictReport]
    let now: WallTime
    let layout: Layout

    var text: String {
        guard !conflicts.isEmpty else { return "The ledger is empty." }
        var table = TextTable([
            .init(heading: "ENTRY", right: true), .init(heading: "WHEN"),
            .init(heading: "ITEM", shrinks: true, spare: 1), .init(heading: "TABLE", shrinks: true),
            .init(heading: "KEY", shrinks: true), .init(heading: "REASON"),
            .init(heading: "STATE"),
        ])
        for conflict in conflicts {
            table.add([
                .init(String(conflict.id)), .init(Span.ago(conflict.at, now: now)),
                .init(conflict.item.description), .init(conflict.table.description), .init(conflict.keyWords),
                .init(conflict.reason), .init(conflict.state, Tone(state: conflict.state)),
            ])
        }
        let hint = "Read both rows of an entry: comxfailover replication conflicts ENTRY"
        return (table.lines(on: layout) + ["", layout.paint(hint, .faint)]).joined(separator: "\n")
    }
}

extension ConflictReport {
    /// `room=101, date=2024-02-29`, columns in order.
    var keyWords: String {
        key.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
    }
}
