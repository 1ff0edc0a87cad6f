import Ports
import Vocabulary

/// Wake-ups, one a line.
struct WakeUpsTable {
    let list: GuestList<WakeUpReport>
    let layout: Layout

    var text: String {
        let lines = list.lines.isEmpty ? ["No wake-ups."] : table
        return (lines + [GuestListNote.words(list)].compactMap { $0 }).joined(separator: "\n")
    }

    private var table: [String] {
        var table = TextTable([
            .init(heading: "WAKE-UP"), .init(heading: "ROOM"), .init(heading: "TIME"),
            .init(heading: "DAYS", spare: 2), .init(heading: "NEXT"), .init(heading: "PHONE", spare: 3),
            .init(heading: "LANGUAGE", spare: 4), .init(heading: "STATE"),
        ])
        for line in list.lines {
            table.add([
                .init("\(line.wakeUp)"), .init("\(line.room)"), .init("\(line.time)"), .init(days(of: line)),
                .init(line.next?.description ?? "-"), .init(line.number?.description ?? "all"),
                .init(line.language ?? "-"), .init(line.state.rawValue, line.state == .set ? .plain : .faint),
            ])
        }
        return table.lines(on: layout)
    }

    private func days(of line: WakeUpReport) -> String {
        line.firstDate == line.lastDate ? "\(line.firstDate)" : "daily \(line.firstDate) to \(line.lastDate)"
    }
}
