import ArgumentParser
import WebConsole

/// `wakeups confirm-clock`: what a jump of the clock held is rung.
struct WakeUpsConfirmClock: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "confirm-clock",
        abstract: "Say that this server's clock is right, so that wake-ups held because of it ring.",
        discussion: """
            A clock that jumps ahead would wake the whole house at once. So what becomes due by such a jump waits for \
            two minutes, and `status` says so. Look at the time first: timedatectl

            EXAMPLE
              comxfailover wakeups confirm-clock
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.confirmClock, with: client, on: screen) { _ in
            "The clock counts as right; what it held rings now."
        }
    }
}
