import ArgumentParser
import HotelLogic
import Ports
import Vocabulary
import WebConsole

/// `rooms status`: what is on or off in rooms, and how clean they are.
struct RoomsStatus: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show what is on or off in rooms, or report how clean one is.",
        discussion: """
            Without a room all are shown. With a room and a word it reports: dirty, clean, inspected, in-service, \
            out-of-order.

            EXAMPLES
              comxfailover rooms status
              comxfailover rooms status 101 --json
              comxfailover rooms status 101 clean --attendant 17
            """)

    @Argument(help: "The room.")
    var room: String?

    @Argument(help: "How clean it is.")
    var status: Housekeeping.Status?

    @Option(help: ArgumentHelp("The code of whoever reports it.", valueName: "code"))
    var attendant: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if attendant != nil, status == nil { throw ValidationError("--attendant reports: add the room and the status") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        guard let room, let status else { return try await show(with: client, on: screen) }
        var body = StayBody.ofDesk
        body.status = status
        body.attendant = attendant
        return try await change(.room(room, "housekeeping", body), with: client, on: screen) { _ in
            "Room \(room) is \(status.rawValue)."
        }
    }

    private func show(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var list: GuestList<GuestRoomReport> = try await client.ask(.roomStates)
        if let room {
            let lines = list.lines.filter { $0.room.description == room }
            guard !lines.isEmpty else {
                throw VerbFailure(status: .data, words: "there is no room \(room.printable)")
            }
            list = list.with(lines)
        }
        try screen.show(list, or: RoomStatesTable(list: list, layout: screen.layout).text)
        return .ok
    }
}

extension Housekeeping.Status: ExpressibleByArgument {}
