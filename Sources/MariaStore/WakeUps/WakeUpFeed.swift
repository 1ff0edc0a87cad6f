import Ports
import Vocabulary

/// The feed of the wake-up ledger: in which order lines came to be here, whoever wrote them.
///
/// Lines of this node are written one batch after the other, and those of the other are applied one batch after the
/// other. So among the lines of each node a later position was also committed later.
struct WakeUpFeed {
    let session: MariaSession

    static func table(_ number: UInt64) -> String { "`comxfailover_node`.`feed_\(number)`" }

    func mark() throws -> WakeUpMark {
        let number = try session.query(
            """
            SELECT number FROM comxfailover_node.feed_table
            WHERE schema_name = 'comxfailover' AND table_name = 'wake_up_event' AND installed = 1
            """
        ).first?.unsigned("number")
        guard let number else { return try markWithoutFeed() }
        var positions: [Mode: FeedPosition] = [:]
        for node in Mode.allCases {
            positions[node] =
                try session.query(
                    "SELECT MAX(position) AS newest FROM \(Self.table(number)) WHERE node = ?",
                    [.unsigned(UInt64(node.number))]
                ).first?.optionalUnsigned("newest").map(FeedPosition.init(rawValue:)) ?? .start
        }
        return WakeUpMark(feed: number, positions: positions)
    }

    /// While the ledger is not captured nothing comes from the other node either: the newest line of this node tells
    /// what is new.
    private func markWithoutFeed() throws -> WakeUpMark {
        guard let node = try FeedLifeTable(session: session).mode() else { return WakeUpMark() }
        let last = try session.query(
            "SELECT MAX(sequence) AS last FROM \(WakeUpLedgerTable.name) WHERE \(Self.ownLife)", [.node(node)]
        ).first?.optionalUnsigned("last")
        return WakeUpMark(positions: [node: FeedPosition(rawValue: last ?? 0)])
    }

    /// Lines of one node in the present life of the feed.
    static let ownLife = "node = ? AND incarnation = (SELECT incarnation FROM comxfailover_node.feed_life WHERE id = 1)"
}
