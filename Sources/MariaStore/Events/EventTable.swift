import Ports
import Vocabulary

/// What happened on this node. Evidence is kept as lines of one text.
struct EventTable {
    private static let columns = """
        id, severity, kind, subject, words, evidence, is_over, webhook_due, mail_due,
        \(MariaValue.momentColumn("happened_at"))
        """

    let session: MariaSession

    func add(_ lines: [EventLine]) throws {
        let rows = lines.map { line -> [MariaValue] in
            let event = line.event
            return [
                .unsigned(line.id), .moment(event.at), .text(event.severity.rawValue), .text(event.kind.rawValue),
                .text(event.subject), .text(event.words), .text(event.evidence.joined(separator: "\n")),
                .flag(event.isOver), .flag(line.due.contains(.webhook)), .flag(line.due.contains(.mail)),
            ]
        }
        try session.executeBulk(
            """
            INSERT IGNORE INTO comxfailover_node.event
              (id, happened_at, severity, kind, subject, words, evidence, is_over, webhook_due, mail_due)
            VALUES (?, \(MariaValue.momentPlace), ?, ?, ?, ?, ?, ?, ?, ?)
            """, rows: rows)
    }

    func settle(_ ids: [UInt64], on channel: AlertChannel) throws {
        let column =
            switch channel {
            case .webhook: "webhook_due"
            case .mail: "mail_due"
            }
        try session.executeBulk(
            "UPDATE comxfailover_node.event SET \(column) = 0 WHERE id = ?", rows: ids.map { [.unsigned($0)] })
    }

    func due(_ limit: Int) throws -> [EventLine] {
        try session.query(
            """
            SELECT \(Self.columns) FROM comxfailover_node.event WHERE webhook_due OR mail_due
            ORDER BY id DESC LIMIT \(max(0, limit))
            """
        ).reversed().map(line)
    }

    func events(_ query: EventQuery) throws -> [EventLine] {
        let severities = Severity.allCases.filter { $0 >= query.minimum }.map { "'\($0.rawValue)'" }
        let since = query.since.map { _ in "AND happened_at >= \(MariaValue.momentPlace)" } ?? ""
        return try session.query(
            """
            SELECT \(Self.columns) FROM comxfailover_node.event
            WHERE severity IN (\(severities.joined(separator: ", "))) \(since)
            ORDER BY id DESC LIMIT \(max(0, query.limit))
            """, query.since.map { [.moment($0)] } ?? []
        ).map(line)
    }

    func lastID() throws -> UInt64 {
        let row = try session.query("SELECT id FROM comxfailover_node.event ORDER BY id DESC LIMIT 1").first
        return try row?.unsigned("id") ?? 0
    }

    func trim(before moment: WallTime, countMax: Int) throws {
        try session.execute(
            "DELETE FROM comxfailover_node.event WHERE happened_at < \(MariaValue.momentPlace)", [.moment(moment)])
        try session.execute(
            """
            DELETE FROM comxfailover_node.event WHERE id <=
              (SELECT last FROM
                (SELECT id AS last FROM comxfailover_node.event ORDER BY id DESC LIMIT 1 OFFSET \(max(0, countMax)))
                AS oldest)
            """)
    }

    private func line(_ row: MariaRow) throws -> EventLine {
        let evidence = try row.text("evidence").split(separator: "\n").map(String.init)
        let event = Event(
            at: try row.moment("happened_at"), try row.choice("severity", Severity.self),
            try row.choice("kind", EventKind.self), about: try row.text("subject"), try row.text("words"),
            evidence: evidence, isOver: try row.bool("is_over"))
        var due: Set<AlertChannel> = []
        if try row.bool("webhook_due") { due.insert(.webhook) }
        if try row.bool("mail_due") { due.insert(.mail) }
        return EventLine(id: try row.unsigned("id"), event: event, due: due)
    }
}
