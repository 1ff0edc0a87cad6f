import ArgumentParser
import Ports
import Vocabulary

/// `failover giveback`: one scope goes home.
struct FailoverGiveback: ReignVerb {
    static let configuration = CommandConfiguration(
        commandName: "giveback",
        abstract: "Return one scope to its home; nothing is lost.",
        discussion: """
            Like `failover enable`, for one scope: guest goes to the Secondary, configuration to the Primary.

            A giveback that takes too long is stopped, on the node that gives, by --stop; before its commit point \
            nothing has changed.

            EXAMPLES
              comxfailover failover giveback guest --dry-run
              comxfailover failover giveback guest --yes
              comxfailover failover giveback guest --stop
            """)

    @Argument(help: "The scope: configuration or guest.")
    var scope: Scope

    @Flag(help: "End a giveback of it that is under way; nothing changes.")
    var stop = false

    @OptionGroup var consent: Consent
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if stop, consent.dryRun { throw ValidationError("either --stop or --dry-run") }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        if stop { return try await follow(.stopGiveback(scope), of: 1, with: client, on: screen) }
        return try await giveBack(with: client, on: screen)
    }

    private func giveBack(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(
            preview: .givebackPreview(scope), .giveBack(scope), nothing: "It is at home.", with: client, on: screen)
    }
}
