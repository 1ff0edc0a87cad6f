import ArgumentParser
import Ports
import Vocabulary

/// `failover disable`: this node becomes owner of what is the peer's.
struct FailoverDisable: ReignVerb {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Make this node the owner of everything, for as long as the other is gone.",
        discussion: """
            For the day the other server is dead or taken away. Everything that only the owner does begins here: \
            new stays, wake-ups, the PMS link. What the other node wrote and did not send before it died comes when \
            it is heard again; where both wrote the same row, the loser goes whole to the conflict ledger.

            While the other node is heard taking over is refused: `failover giveback` loses nothing. --force does it \
            all the same, and the verb says what that means before it does it.

            The exit code is 0 where it was done, 75 where it was refused or failed, 1 where --dry-run says that it \
            would be refused.

            EXAMPLES
              comxfailover failover disable --dry-run
              comxfailover failover disable --yes
              comxfailover failover disable --scope guest --force
            """)

    @Option(help: "One scope alone: configuration or guest. Without it, all that the other node owns.")
    var scope: Scope?

    @Flag(help: "Take over though the other node is heard, or though it is not known whether it is there.")
    var force = false

    @OptionGroup var consent: Consent
    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(
            preview: .takeoverPreview(scope), .takeOver(scope, isForced: force), isForced: force,
            nothing: "This node owns everything already.", with: client, on: screen)
    }
}
