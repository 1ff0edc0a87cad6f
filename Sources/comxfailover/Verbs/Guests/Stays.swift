import ArgumentParser

/// `stays`: who is in which room.
struct Stays: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stays",
        abstract: "Who stays in which room: check-in, check-out, moves, names.",
        discussion: """
            The owner of the guests, normally the Secondary, writes them; the other node has a copy, says how old \
            it is, and refuses changes. A stay is named by its room, or by its own name such as S12 where several \
            share a room.
            """,
        subcommands: [
            StaysList.self, StaysCheckIn.self, StaysCheckOut.self, StaysMove.self, StaysName.self, StaysExpect.self,
            StaysHistory.self,
        ], defaultSubcommand: StaysList.self)
}
