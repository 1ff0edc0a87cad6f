import ArgumentParser
import Ports
import Vocabulary

/// `events`: what happened on this node.
struct Events: NodeVerb {
    static let configuration = CommandConfiguration(
        abstract: "Show what happened on this node.",
        discussion: """
            Newest first, each with how grave it is and a stable word for its kind. The gravest are told by mail or to \
            a web address where the settings say so; --json tells in `due` by which way an event still has to leave.

            EXAMPLES
              comxfailover events
              comxfailover events --severity alert --since 7d
              comxfailover events --follow
            """)

    /// How often new events are asked for.
    private static let followEvery = Duration.seconds(1)

    @Option(
        help: ArgumentHelp("Only events that happened so long ago or later: 90m, 24h, 7d.", valueName: "span"),
        transform: CallSpan.read)
    var since: Duration?

    @Option(
        help: ArgumentHelp("Only events as grave or graver: information, warning, alert.", valueName: "severity"),
        transform: Self.severity)
    var severity = Severity.information

    @Option(help: ArgumentHelp("How many events, 1 to \(EventQuery.limitMax).", valueName: "number"))
    var limit = 50

    @Flag(help: "Go on with events as they happen; end with Ctrl-C.")
    var follow = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...EventQuery.limitMax).contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to \(EventQuery.limitMax), not \(limit)")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        if follow { try await go(on: screen, with: client) }
        let events: [EventReport] = try await client.ask(.events(query(at: screen.now)))
        try screen.show(events, or: EventList(events: events, now: screen.now, layout: screen.layout).text)
        return .ok
    }

    @Sendable private static func severity(_ text: String) throws -> Severity {
        guard let severity = Severity(rawValue: text) else {
            let words = Severity.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--severity takes one of \(words), not `\(text)`")
        }
        return severity
    }

    private func query(at now: WallTime) -> EventQuery {
        EventQuery(
            since: since.map { WallTime(microseconds: now.rawValue - $0.nanoseconds / 1_000) }, minimum: severity,
            limit: limit)
    }

    /// Shows what there is, oldest first, and then each event once.
    private func go(on screen: Screen, with client: NodeClient) async throws {
        let query = query(at: screen.now)
        var shown: UInt64 = 0
        while true {
            let events: [EventReport] = try await client.ask(.events(query))
            let fresh = Array(events.filter { $0.id > shown }.reversed())
            shown = max(shown, events.map(\.id).max() ?? 0)
            if screen.wantsJSON {
                for event in fresh { screen.show(try JSONText.line(event)) }
            } else if !fresh.isEmpty {
                screen.show(EventList(events: fresh, now: screen.now, layout: screen.layout).text)
            }
            try await Task.sleep(for: Self.followEvery)
        }
    }
}
