import HotelLogic
import Ports
import Vocabulary

/// What happened to stays and rooms, one a line.
struct StayHistoryTable {
    let lines: [StayHistoryReport]
    let layout: Layout

    var text: String {
        guard !lines.isEmpty else { return "Nothing happened yet." }
        var table = TextTable([
            .init(heading: "WHEN"), .init(heading: "ROOM"), .init(heading: "STAY"),
            .init(heading: "WHAT", shrinks: true), .init(heading: "WAY"), .init(heading: "BY", shrinks: true, spare: 1),
            .init(heading: "NODE", spare: 2),
        ])
        for line in lines {
            table.add([
                .init("\(line.local)"), .init(line.room?.description ?? "-"), .init(line.stay?.description ?? "-"),
                .init(words(of: line)), .init(line.way.rawValue), .init(line.by ?? "-"),
                .init(line.node.description),
            ])
        }
        return table.lines(on: layout).joined(separator: "\n")
    }

    private func words(of line: StayHistoryReport) -> String {
        let detail = line.detail.map { " \($0)" } ?? ""
        switch line.event {
        case .arrived: return "checked in" + (line.detail.map { ", departs \($0)" } ?? "")
        case .departed: return "checked out"
        case .moved: return "moved" + (line.formerRoom.map { " from \($0)" } ?? "")
        case .guests: return "guests named:\(detail)"
        case .departure: return "departure:\(line.detail == nil ? " unknown" : detail)"
        case .doNotDisturb: return "do-not-disturb\(detail)"
        case .lamp: return "lamp\(detail)"
        case .housekeeping: return "housekeeping:\(detail)"
        case .calling: return "class:\(detail)"
        case .personalCleared: return "forwarding, do-not-disturb and PINs of its phones cleared"
        case .boxEmptied: return "voicemail of \(line.box?.description ?? "-") emptied"
        case .boxMoved:
            return "voicemail of \(line.box?.description ?? "-") moved to \(line.targetBox?.description ?? "-")"
        }
    }
}
