import ArgumentParser
import Ports

/// `asterisk status`: Asterisk on one sheet.
struct AsteriskStatus: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how Asterisk is, which phones are registered here, and whether it has what it was given.",
        discussion: """
            The exit code is 0 where Asterisk runs, has loaded what the tables say, and every trunk answers. \
            Otherwise it is 1.

            EXAMPLES
              comxfailover asterisk status
              comxfailover asterisk status --json | jq -r '.contacts[].endpoint'
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let report: AsteriskReport = try await client.ask(.asteriskStatus)
        try screen.show(report, or: AsteriskSheet(report: report, now: screen.now, layout: screen.layout).text)
        return report.isWell ? .ok : .found
    }
}
