import ArgumentParser
import Ports
import Vocabulary

/// `calls list`: the call records, newest first.
struct CallsList: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the call records of both nodes, newest first.",
        discussion: """
            Each line is one leg of a call that is over. A call between the two nodes has a leg on each, with one \
            call id (see --json). A call that died with its server is `interrupted`: how long it lasted is not known.

            EXAMPLES
              comxfailover calls list
              comxfailover calls list --room 101 --since 2d
              comxfailover calls list --interrupted --json
              comxfailover calls list --follow
            """)

    /// How often new calls are asked for.
    private static let followEvery = Duration.seconds(1)

    @Option(
        name: .customLong("extension"), help: ArgumentHelp("Only calls from or to it.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("Only calls of a room.", valueName: "room"))
    var room: String?

    @Option(
        help: ArgumentHelp("Only calls that began so long ago or later: 90m, 24h, 7d.", valueName: "span"),
        transform: CallSpan.read)
    var since: Duration?

    @Flag(help: "Only calls that died with their server.")
    var interrupted = false

    @Option(help: ArgumentHelp("How many calls, 1 to \(CallQuery.limitMax).", valueName: "number"))
    var limit = 50

    @Flag(help: "Go on with calls as they end; end with Ctrl-C.")
    var follow = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...CallQuery.limitMax).contains(limit) else {
            throw ValidationError("--limit takes a number from 1 to \(CallQuery.limitMax), not \(limit)")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        if follow { try await go(on: screen, with: client) }
        let calls: [CallReport] = try await client.ask(.calls(query(at: screen.now)))
        try screen.show(calls, or: CallsTable(calls: calls, now: screen.now, layout: screen.layout).text)
        return .ok
    }

    private func query(at now: WallTime) -> CallQuery {
        CallQuery(
            number: number, room: room,
            since: since.map { WallTime(microseconds: now.rawValue - $0.nanoseconds / 1_000) },
            interruptedOnly: interrupted, limit: limit)
    }

    /// Shows what there is, oldest first, and then each call once.
    private func go(on screen: Screen, with client: NodeClient) async throws {
        let query = query(at: screen.now)
        var shown: Set<CallReport.Key> = []
        var isFirst = true
        while true {
            let calls: [CallReport] = try await client.ask(.calls(query))
            let fresh = Array(calls.filter { !shown.contains($0.key) }.reversed())
            shown = Set(calls.map(\.key))
            if screen.wantsJSON {
                for call in fresh { screen.show(try JSONText.line(call)) }
            } else if isFirst || !fresh.isEmpty {
                let lines = CallsTable(calls: fresh, now: screen.now, layout: screen.layout).lines
                screen.show(lines.dropFirst(isFirst ? 0 : 1).joined(separator: "\n"))
            }
            isFirst = false
            try await Task.sleep(for: Self.followEvery)
        }
    }
}

extension CallReport {
    /// What no two records have in common.
    fileprivate struct Key: Hashable {
        let node: Mode
        let incarnation: Incarnation
        let sequence: UInt64
    }

    fileprivate var key: Key { Key(node: node, incarnation: incarnation, sequence: sequence) }
}
