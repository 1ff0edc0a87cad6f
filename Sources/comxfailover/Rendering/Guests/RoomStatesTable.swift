import HotelLogic
import Ports

/// What is on or off in rooms, one a line.
struct RoomStatesTable {
    let list: GuestList<GuestRoomReport>
    let layout: Layout

    var text: String {
        let lines = list.lines.isEmpty ? ["There is no room. Add one: comxfailover rooms add --help"] : table
        return (lines + [GuestListNote.words(list)].compactMap { $0 }).joined(separator: "\n")
    }

    private var table: [String] {
        var table = TextTable([
            .init(heading: "ROOM"), .init(heading: "GUEST", shrinks: true), .init(heading: "STAYS", spare: 3),
            .init(heading: "DND"), .init(heading: "LAMP"), .init(heading: "CLASS"), .init(heading: "HOUSEKEEPING"),
            .init(heading: "ATTENDANT", spare: 2),
        ])
        for room in list.lines {
            table.add([
                .init("\(room.room)", room.isInUse ? .plain : .faint), .init(guest(of: room)),
                .init(room.stays.isEmpty ? "-" : room.stays.map(\.description).joined(separator: " ")),
                .init(room.hasDoNotDisturb ? "on" : "-"), .init(lamp(of: room)), .init(calling(of: room)),
                .init(room.housekeeping?.rawValue ?? "-", room.housekeeping == .outOfOrder ? .caution : .plain),
                .init(room.attendant ?? "-"),
            ])
        }
        return table.lines(on: layout)
    }

    private func guest(of room: GuestRoomReport) -> String {
        guard room.isInUse else { return "not in use" }
        return room.stays.isEmpty ? "-" : room.name ?? "no name"
    }

    private func lamp(of room: GuestRoomReport) -> String {
        guard room.isLampOn else { return "-" }
        return room.messagesWaiting > 0 ? "on, \(room.messagesWaiting)" : "on"
    }

    private func calling(of room: GuestRoomReport) -> String {
        guard room.isOpen else { return "closed" }
        return room.classOfService.map { "\($0)" } ?? "standard"
    }
}
