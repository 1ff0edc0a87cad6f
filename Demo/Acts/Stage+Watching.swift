import Ports
import Vocabulary

extension Stopwatch {
    /// When the peer's present state was concluded, by the node's own note of it.
    func elapsed(namedIn report: NodeReport) -> Duration {
        report.peer?.since.map { elapsed(at: $0) } ?? elapsed
    }
}

extension Stage {
    /// Between two questions to a daemon.
    static let statusLook = Duration.milliseconds(50)

    /// The call records that are written for a node, beside those that it writes itself of calls made here: in a life
    /// of its own, so that no number is used twice.
    func ledger(_ mode: Mode) async throws -> CallLedger {
        guard let incarnation = await node(mode).status()?.incarnation else {
            throw DemoFailure.unexpected("the \(mode) does not say in which life its feed is")
        }
        return books.ledger(mode, Incarnation(rawValue: incarnation.rawValue ^ 1))
    }

    /// Waits until a node's report is as wanted, and gives the report.
    @discardableResult
    func report(
        of mode: Mode, _ what: String, within limit: Duration, where isWanted: @Sendable (NodeReport) -> Bool
    ) async throws -> NodeReport {
        let node = node(mode)
        return try await Patience.until(what, within: limit, every: Self.statusLook) {
            guard let report = await node.status(), isWanted(report) else { return nil }
            return report
        }
    }

    /// Waits until all tables of the hotel are the same on both nodes; gives the sums.
    @discardableResult
    func equality(within limit: Duration) async throws -> [TableSum] {
        let primary = primary
        let secondary = secondary
        return try await Patience.until("both nodes hold the same rows", within: limit, every: .milliseconds(100)) {
            async let left = TableSum.all(on: primary)
            async let right = TableSum.all(on: secondary)
            let (here, there) = try await (left, right)
            return TableSum.differences(here, there).isEmpty ? here : nil
        }
    }

    /// The question how many records of the books a node holds.
    var countOfBooks: String {
        let lives = books.incarnations.map { "\($0.rawValue)" }.joined(separator: ", ")
        return "SELECT COUNT(*) FROM comxfailover.call_record WHERE incarnation IN (\(lives))"
    }

    /// Waits until a count on a node is as expected; the question selects a count.
    func count(
        on mode: Mode, _ what: String, _ sql: String, _ values: [CellValue] = [], is expected: Int,
        within limit: Duration
    ) async throws {
        let node = node(mode)
        try await Patience.until(what, within: limit, every: .milliseconds(2)) {
            try await node.count(sql, values) == expected ? () : nil
        }
    }
}
