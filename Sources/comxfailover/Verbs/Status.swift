import ArgumentParser
import Ports

/// `status`: the whole node on one sheet.
struct Status: NodeVerb {
    static let configuration = CommandConfiguration(
        abstract: "Show how this node, its peer and the copy stand.",
        discussion: """
            Tells who this node is, whether its database runs, whether the peer is there and why not, which node \
            owns what, and how each item's copy stands. What is wrong comes with the command that helps.

            The exit code is 0 where all is well: the database runs, nothing is warned of, the peer is online (or \
            there is none on purpose), and every item that is switched on is current. Otherwise it is 1.

            EXAMPLES
              comxfailover status
              comxfailover status --watch 5
              comxfailover status --json | jq .peer.state
            """)

    /// The shortest and the longest pause between two sheets, seconds.
    static let pauseRange = 0.2...3_600

    @Option(
        defaultAsFlag: 2,
        help: ArgumentHelp("Show it again and again, with this pause; end with Ctrl-C.", valueName: "seconds"))
    var watch: Double?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let watch, !Self.pauseRange.contains(watch) {
            throw ValidationError("--watch takes 0.2 to 3600 seconds, not \(watch)")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        if let watch { try await StatusWatch(pause: .seconds(watch), options: options).run(with: client, on: screen) }
        let report: NodeReport = try await client.ask(.status)
        try screen.show(report, or: StatusTable(report: report, now: report.at, layout: screen.layout).text)
        return HealthVerdict(report: report).isWell ? .ok : .found
    }
}
