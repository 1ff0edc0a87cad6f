import HotelLogic
import Ports
import Vocabulary

/// The wake-up ledger, within a transaction of whoever uses it. Rows are added with keys of this node's own, one writer
/// after the other, and never changed.
package struct WakeUpLedgerTable {
    static let name = "comxfailover.wake_up_event"
    private static let key = ["node", "incarnation", "sequence"]

    package let session: MariaSession

    package init(session: MariaSession) { self.session = session }

    /// Adds lines; none where the batch, or a later one of its run, is there already.
    package func append(_ batch: WakeUpBatch) throws -> [WakeUpLine] {
        if batch.isOfOwner { try requireOwner() }
        guard try take(batch.number), !batch.events.isEmpty else { return [] }
        guard let node = try FeedLifeTable(session: session).mode() else { throw Self.unprepared }
        precondition(batch.events.allSatisfy { $0.node == node }, "a line of the \(node.peer), kept on the \(node)")
        guard let place = try LedgerPlace(in: Self.name, of: node, on: session) else { throw Self.unprepared }
        let lines = batch.events.enumerated().map { index, event in
            WakeUpLine(incarnation: place.life, sequence: place.first + UInt64(index), event: event)
        }
        try insert(lines)
        return lines
    }

    private static let unprepared = WakeUpLedgerFailure.unavailable(
        words: "the database is being made ready; try again in a moment")

    /// Lets no other writer in until the transaction ends; false where the batch was kept before.
    private func take(_ number: WakeUpBatch.Number?) throws -> Bool {
        try session.execute(
            """
            INSERT INTO comxfailover_node.wake_up_writing (id, run, batch) VALUES (1, 0, 0)
            ON DUPLICATE KEY UPDATE id = VALUES(id)
            """)
        guard let number else { return true }
        let outcome = try session.execute(
            """
            UPDATE comxfailover_node.wake_up_writing SET run = ?, batch = ? WHERE id = 1 AND (run <> ? OR batch < ?)
            """,
            [
                .unsigned(number.run.rawValue), .unsigned(number.serial), .unsigned(number.run.rawValue),
                .unsigned(number.serial),
            ])
        return outcome.affectedRows == 1
    }

    /// Holds the owner's row, so that a stand-down waits for these lines or they see that it has begun.
    private func requireOwner() throws {
        guard let role = try ScopeRole(of: .guest, session: session, isHeld: true) else { throw Self.unprepared }
        switch role.refusal {
        case nil: return
        case .notOwner(let owner): throw WakeUpLedgerFailure.notOwner(owner)
        case .givingBack(let peer):
            throw WakeUpLedgerFailure.retry(words: ScopeRole.words(givingBack: .guest, to: peer))
        }
    }

    private func insert(_ lines: [WakeUpLine]) throws {
        let columns = Self.key + WakeUpRow.columns
        let places = columns.map { WakeUpRow.moments.contains($0) ? MariaValue.momentPlace : "?" }
        try session.executeBulk(
            """
            INSERT INTO \(Self.name) (\(columns.joined(separator: ", ")))
            VALUES (\(places.joined(separator: ", ")))
            """,
            rows: lines.map { line in
                [.node(line.event.node), .unsigned(line.incarnation.rawValue), .unsigned(line.sequence)]
                    + WakeUpRow(line.event).values
            })
    }

    // MARK: Reading

    /// The lines of all wake-ups that were planned for that day or a later one.
    func lines(since day: CalendarDate) throws -> WakeUpReading {
        let mark = try WakeUpFeed(session: session).mark()
        return try reading(
            of: "SELECT DISTINCT wake_up_node, wake_up_number FROM \(Self.name) WHERE last_date >= ?",
            [.text(day.description)], mark)
    }

    /// The lines of all wake-ups that something was written about after the mark; nil where that cannot be told.
    func lines(after mark: WakeUpMark) throws -> WakeUpReading? {
        let now = try WakeUpFeed(session: session).mark()
        guard !mark.positions.isEmpty, mark.feed == now.feed, !now.isBehind(mark) else { return nil }
        guard now != mark else { return WakeUpReading(lines: [], mark: now) }
        guard let feed = mark.feed else { return try ownLines(after: mark, now) }
        let part = """
            (SELECT t.wake_up_node, t.wake_up_number FROM \(WakeUpFeed.table(feed)) f
              JOIN \(Self.name) t ON t.node = f.k0 AND t.incarnation = f.k1 AND t.sequence = f.k2
              WHERE f.node = ? AND f.position > ?)
            """
        return try reading(
            of: Mode.allCases.map { _ in part }.joined(separator: " UNION "),
            Mode.allCases.flatMap { [.node($0), .unsigned((mark.positions[$0] ?? .start).rawValue)] }, now)
    }

    /// The same while the ledger is not captured: only this node adds lines then, one number after the other.
    private func ownLines(after mark: WakeUpMark, _ now: WakeUpMark) throws -> WakeUpReading? {
        guard let (node, position) = mark.positions.first, mark.positions.count == 1 else { return nil }
        return try reading(
            of: """
                SELECT DISTINCT wake_up_node, wake_up_number FROM \(Self.name)
                  WHERE \(WakeUpFeed.ownLife) AND sequence > ?
                """, [.node(node), .unsigned(position.rawValue)], now)
    }

    /// Everything that happened to a wake-up.
    func lines(of wakeUp: WakeUpID) throws -> [WakeUpLine] {
        try reading(
            of: "SELECT ? AS wake_up_node, ? AS wake_up_number", [.node(wakeUp.node), .unsigned(wakeUp.number)],
            WakeUpMark()
        ).lines
    }

    /// - Parameter wakeUps: a selection of the nodes and numbers of wake-ups.
    private func reading(of wakeUps: String, _ bindings: [MariaValue], _ mark: WakeUpMark) throws -> WakeUpReading {
        let columns = (Self.key + WakeUpRow.columns).map { column in
            WakeUpRow.moments.contains(column) ? MariaValue.momentColumn(column) : column
        }
        var lines: [WakeUpLine] = []
        var unreadable: [String] = []
        try session.forEachRow(
            """
            SELECT \(columns.joined(separator: ", ")) FROM (\(wakeUps)) w
              JOIN \(Self.name) e USING (wake_up_node, wake_up_number)
            ORDER BY e.happened_at, node, incarnation, sequence
            """, bindings
        ) { row in
            do {
                lines.append(try row.wakeUpLine())
            } catch {
                let key = Self.key.map { row[$0].readable ?? "" }.joined(separator: ":")
                unreadable.append("line \(key): \(error)")
            }
        }
        return WakeUpReading(lines: lines, mark: mark, unreadable: unreadable)
    }
}

extension WakeUpMark {
    /// A feed never gets shorter: one that is was put back to an older image.
    fileprivate func isBehind(_ other: WakeUpMark) -> Bool {
        other.positions.contains { node, position in positions[node] ?? .start < position }
    }
}
