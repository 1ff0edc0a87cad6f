import ArgumentParser

/// `wakeups`: the calls that wake guests.
struct WakeUps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wakeups",
        abstract: "The calls that wake guests: list, set, change, cancel.",
        discussion: """
            Times are those of the hotel's own clock, whatever zone the servers are in. The owner of the guests, \
            normally the Secondary, takes requests.
            """,
        subcommands: [
            WakeUpsList.self, WakeUpsSet.self, WakeUpsChange.self, WakeUpsCancel.self, WakeUpsConfirmClock.self,
        ],
        defaultSubcommand: WakeUpsList.self)
}
