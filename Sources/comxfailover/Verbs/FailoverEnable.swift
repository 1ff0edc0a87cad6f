import ArgumentParser
import Ports
import Vocabulary

/// `failover enable`: everything goes home.
struct FailoverEnable: ReignVerb {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Return everything to its home; nothing is lost.",
        discussion: """
            The end of `failover disable`, on either node. The home node reads everything first while work goes on; \
            then nothing is written for a moment, it reads the rest, and becomes owner. Until that point the present \
            owner stays owner, whatever fails. A program that holds a transaction open is named, and nothing changes.

            The exit code is 0 where it was done, 75 where it was refused or failed, 1 where --dry-run says that it \
            would be refused.

            EXAMPLES
              comxfailover failover enable --dry-run
              comxfailover failover enable --yes
            """)

    @OptionGroup var consent: Consent
    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await change(
            preview: .givebackPreview(nil), .giveBack(nil), nothing: "Everything is at home.", with: client, on: screen)
    }
}
