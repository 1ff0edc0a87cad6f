import ArgumentParser
import Ports
import WebConsole

/// `rooms dnd`: whether calls ring in a room.
struct RoomsDoNotDisturb: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "dnd",
        abstract: "Switch a room's do-not-disturb on or off.",
        discussion: """
            It stops calls. Wake-ups ring all the same.

            EXAMPLES
              comxfailover rooms dnd 101 on
              comxfailover rooms dnd 101 off
            """)

    @Argument(help: "The room.")
    var room: String

    @Argument(help: "on or off.")
    var state: Switch

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        var body = StayBody.ofDesk
        body.isOn = state.isOn
        return try await change(.room(room, "do-not-disturb", body), with: client, on: screen) { _ in
            "Room \(room): do-not-disturb is \(state.rawValue)."
        }
    }
}
