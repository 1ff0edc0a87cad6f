import Ports
import Vocabulary

/// Stays, one a line.
struct StaysTable {
    let list: GuestList<StayReport>
    let layout: Layout

    var text: String {
        let lines = list.lines.isEmpty ? ["Nobody stays in the house."] : table
        return (lines + [GuestListNote.words(list)].compactMap { $0 }).joined(separator: "\n")
    }

    private var table: [String] {
        var table = TextTable([
            .init(heading: "ROOM"), .init(heading: "STAY"), .init(heading: "GUEST", shrinks: true),
            .init(heading: "OTHERS", right: true, spare: 4), .init(heading: "LANGUAGE", spare: 3),
            .init(heading: "ARRIVED"), .init(heading: "DEPARTS"),
            .init(heading: "RESERVATION", shrinks: true, spare: 2),
        ])
        for stay in list.lines {
            let guest = stay.guests.first
            table.add([
                .init("\(stay.room)"), .init("\(stay.stay)"), .init(name(of: guest)),
                .init(stay.guests.count > 1 ? "\(stay.guests.count - 1)" : "-"), .init(guest?.language ?? "-"),
                .init("\(stay.arrived)"), .init(stay.departsOn?.description ?? "-"), .init(stay.reservation ?? "-"),
            ])
        }
        return table.lines(on: layout)
    }

    private func name(of guest: GuestReport?) -> String {
        guard let guest else { return "-" }
        return (guest.shownName ?? guest.lastName) + (guest.isVeryImportant ? " (VIP)" : "")
    }
}
