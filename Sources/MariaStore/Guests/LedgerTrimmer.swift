import Ports
import Vocabulary

/// Takes old lines off the ledgers of stays and wake-ups, within a transaction: those of this node, which the other
/// node then lets go as well.
struct LedgerTrimmer {
    private static let stays = "comxfailover.stay_event"
    private static let wakeUps = "comxfailover.wake_up_event"

    let session: MariaSession

    /// So many lines at most; gives how many.
    func trim(before moment: WallTime, linesMax: Int) throws -> Int {
        guard let node = try FeedLifeTable(session: session).mode() else { return 0 }
        let stays = try trim(Self.stays, of: node, before: moment, linesMax: linesMax)
        guard stays < linesMax else { return stays }
        return try stays
            + trim(
                Self.wakeUps, of: node, before: moment, linesMax: linesMax - stays,
                """
                AND NOT EXISTS (SELECT 1 FROM \(Self.wakeUps) plan WHERE plan.wake_up_node = line.wake_up_node
                  AND plan.wake_up_number = line.wake_up_number AND plan.last_date >= DATE(\(MariaValue.momentPlace)))
                AND NOT (line.wake_up_node = ? AND line.wake_up_number = ?)
                """,
                // From it the numbers of wake-ups are counted on.
                [
                    .moment(moment), .node(node),
                    .unsigned(try OwnNumbers.lastCountedWakeUp(of: node, on: session)),
                ])
    }

    private func trim(
        _ table: String, of node: Mode, before moment: WallTime, linesMax: Int, _ condition: String = "",
        _ values: [MariaValue] = []
    ) throws -> Int {
        let keys = try session.query(
            """
            SELECT line.incarnation, line.sequence FROM \(table) line
            WHERE line.happened_at < \(MariaValue.momentPlace) AND line.node = ? \(condition)
            ORDER BY line.happened_at LIMIT \(linesMax)
            """,
            [.moment(moment), .node(node)] + values
        ).map { row in
            [
                MariaValue.node(node), .unsigned(try row.unsigned("incarnation")),
                .unsigned(try row.unsigned("sequence")),
            ]
        }
        guard !keys.isEmpty else { return 0 }
        try session.executeBulk(
            "DELETE FROM \(table) WHERE node = ? AND incarnation = ? AND sequence = ?", rows: keys)
        return keys.count
    }
}
