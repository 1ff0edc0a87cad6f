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

            EXAMPLES
              comxfailover failover giveback guest --dry-run
              comxfailover failover giveback guest --yes
            """)

    @Argument(help: "The scope: configuration or guest.")
    var scope: Scope

    @OptionGroup var consent: Consent
    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(
            preview: .givebackPreview(scope), .giveBack(scope), nothing: "It is at home.", with: client, on: screen)
    }
}
