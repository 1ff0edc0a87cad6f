import HotelLogic
import Ports
import ReplicaLogic
import Vocabulary

/// The call records of both nodes. Rows are added with numbers of this node's own, and never changed.
struct CallRecordTable {
    let session: MariaSession

    /// Adds legs that are not there yet; gives those that it added.
    func add(_ entries: [CallEntry]) throws -> [CallEntry] {
        guard !entries.isEmpty else { return [] }
        guard let node = try FeedLifeTable(session: session).mode() else {
            throw CallStoreFailure.unavailable(words: "the database is being made ready")
        }
        // A restore that begins another life waits for this batch, or this batch has the new life.
        let lives = try session.query(
            "SELECT incarnation FROM comxfailover_node.feed_life WHERE id = 1 LOCK IN SHARE MODE")
        guard let incarnation = try lives.first?.unsigned("incarnation") else {
            throw CallStoreFailure.unavailable(words: "the database is being made ready")
        }
        let life: [MariaValue] = [.unsigned(UInt64(node.number)), .unsigned(incarnation)]
        var sequence = try lastSequence(life)
        var added: [CallEntry] = []
        for entry in entries where try !isThere(entry, life[0]) {
            sequence += 1
            try insert(entry, life + [.unsigned(sequence)])
            added.append(entry)
        }
        return added
    }

    /// Whether a leg has its record. An interrupted one has it too where a whole one came after all.
    private func isThere(_ entry: CallEntry, _ node: MariaValue) throws -> Bool {
        let isInterrupted = entry.outcome == .interrupted
        let condition = isInterrupted ? "LEFT(leg, CHAR_LENGTH(?)) = ?" : "leg = ?"
        let leg = isInterrupted ? "\(entry.leg.uniqueID)#" : entry.leg.text
        return try !session.query(
            "SELECT 1 AS found FROM comxfailover.call_record WHERE call_id = ? AND node = ? AND \(condition) LIMIT 1",
            [.text(entry.callID), node] + (isInterrupted ? [.text(leg), .text(leg)] : [.text(leg)])
        ).isEmpty
    }

    private func lastSequence(_ life: [MariaValue]) throws -> UInt64 {
        try session.query(
            "SELECT MAX(sequence) AS last FROM comxfailover.call_record WHERE node = ? AND incarnation = ?", life
        ).first?.optionalUnsigned("last") ?? 0
    }

    private func insert(_ entry: CallEntry, _ key: [MariaValue]) throws {
        let place = MariaValue.momentPlace
        try session.execute(
            """
            INSERT INTO comxfailover.call_record
              (node, incarnation, sequence, leg, call_id, direction, calling, dialled, called, room, trunk,
               started_at, answered_at, ended_at, ring_milliseconds, talk_milliseconds, outcome, account_code)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(place), \(place), \(place), ?, ?, ?, ?)
            """,
            key + [
                .text(entry.leg.text), .text(entry.callID), .text(entry.direction.rawValue), .text(entry.calling),
                .text(entry.dialled), .text(entry.called), .optional(entry.room), .optional(entry.trunk),
                .moment(entry.startedAt), .moment(entry.answeredAt), .moment(entry.endedAt),
                milliseconds(entry.ringing), milliseconds(entry.talking), .text(entry.outcome.rawValue),
                .optional(entry.accountCode),
            ])
    }

    private func milliseconds(_ duration: Duration) -> MariaValue {
        .unsigned(UInt64(UInt32(clamping: max(0, duration.nanoseconds / 1_000_000))))
    }

    func calls(_ query: CallQuery) throws -> [CallReport] {
        var conditions = ["TRUE"]
        var bindings: [MariaValue] = []
        if let number = query.number {
            conditions.append("(calling = ? OR dialled = ? OR called = ?)")
            bindings += [.text(number), .text(number), .text(number)]
        }
        if let room = query.room {
            conditions.append("room = ?")
            bindings.append(.text(room))
        }
        if let since = query.since {
            conditions.append("started_at >= \(MariaValue.momentPlace)")
            bindings.append(.moment(since))
        }
        if query.interruptedOnly { conditions.append("outcome = 'interrupted'") }
        return try session.query(
            """
            SELECT node, incarnation, sequence, leg, call_id, direction, calling, dialled, called, room, trunk,
              outcome, account_code, \(MariaValue.momentColumn("started_at")),
              \(MariaValue.momentColumn("answered_at")), \(MariaValue.momentColumn("ended_at"))
            FROM comxfailover.call_record AS call_record WHERE \(conditions.joined(separator: " AND "))
            ORDER BY call_record.started_at DESC, node, incarnation, sequence DESC LIMIT \(max(0, query.limit))
            """, bindings
        ).map(Self.report)
    }

    private static func report(_ row: MariaRow) throws -> CallReport {
        guard let node = Mode(number: UInt8(clamping: try row.unsigned("node"))) else {
            throw MariaRowError.mismatch(column: "node", expected: "1 or 2", found: "\(row["node"])")
        }
        return CallReport(
            node: node, incarnation: Incarnation(rawValue: try row.unsigned("incarnation")),
            sequence: try row.unsigned("sequence"),
            entry: CallEntry(
                leg: .init(uniqueID: try row.text("leg"), number: ""), callID: try row.text("call_id"),
                direction: try row.choice("direction", CallEntry.Direction.self), calling: try row.text("calling"),
                dialled: try row.text("dialled"), called: try row.text("called"), room: try row.optionalText("room"),
                trunk: try row.optionalText("trunk"), startedAt: try row.moment("started_at"),
                answeredAt: try row.optionalMoment("answered_at"), endedAt: try row.moment("ended_at"),
                outcome: try row.choice("outcome", CallEntry.Outcome.self),
                accountCode: try row.optionalText("account_code")))
    }
}
