import Ports
import Vocabulary

/// One entry of the conflict ledger: the row that won beside the row that lost.
struct ConflictSheet {
    let conflict: ConflictReport
    let now: WallTime
    let layout: Layout

    var text: String { (heading + [""] + images + footer).joined(separator: "\n") }

    private var heading: [String] {
        let state = layout.paint(conflict.state.printable, Tone(state: conflict.state))
        let place = "\(conflict.table) \(conflict.keyWords)".printable
        let title = "Entry \(conflict.id)  \(conflict.reason.printable), \(Span.ago(conflict.at, now: now)), \(state)"
        return [title, "  item    \(conflict.item)", "  row     \(place)"]
            + ["  winner  \(conflict.winner.printable)", "  loser   \(conflict.loser.printable)"]
    }

    private var images: [String] {
        var table = TextTable([
            .init(heading: ""), .init(heading: "COLUMN"), .init(heading: "WINNER", shrinks: true),
            .init(heading: "LOSER", shrinks: true),
        ])
        let columns = Set((conflict.winnerImage ?? [:]).keys).union((conflict.loserImage ?? [:]).keys)
        for column in columns.sorted() {
            let winner = Self.value(column, in: conflict.winnerImage)
            let loser = Self.value(column, in: conflict.loserImage)
            let differs = winner != loser
            table.add([
                .init(differs ? "*" : ""), .init(column), .init(winner, differs ? .good : .plain),
                .init(loser, differs ? .caution : .plain),
            ])
        }
        return table.lines(on: layout)
    }

    private var footer: [String] {
        guard conflict.state == "open" else { return [] }
        return ["", layout.paint("Put the losing row back: comxfailover replication restore \(conflict.id)", .faint)]
    }

    private static func value(_ column: String, in image: [String: String?]?) -> String {
        guard let image else { return "(deleted)" }
        guard let value = image[column] else { return "(no such column)" }
        return value ?? "NULL"
    }
}
