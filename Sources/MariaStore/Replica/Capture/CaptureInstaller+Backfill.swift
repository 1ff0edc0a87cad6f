import ReplicaLogic
import Vocabulary

extension CaptureInstaller {
    /// Gives every row without an entry one, every entry without a row its tombstone, and takes the tombstone off rows
    /// that stand.
    ///
    /// Rows that were there before capture count as the owner's writes of now: whatever the peer knows of them from an
    /// earlier feed is older. On a node that does not own their scope they are drift, never shipped: once the nodes
    /// have met, the owner's rows replace them. Where both nodes write they carry clock 1: any write that capture saw
    /// is newer. Entries whose row is gone (TRUNCATE fires no trigger) become deletions by this node.
    ///
    /// Each stretch of the key is a transaction of its own, also where nothing keeps the key unique: rows under one key
    /// fall into one stretch.
    package func backfill(_ text: CaptureText) throws {
        let key = KeyText(
            columns: text.description.keyColumns.map { "t.\(MariaIdentifier.quoted($0.name))" })
        var lower: [MariaValue]?
        while true {
            let upper = try boundary(text, key: key, above: lower)
            let parts = [lower.map(key.above), upper.map(key.upTo)].compactMap { $0 }
            try addEntries(
                text,
                condition: parts.isEmpty ? nil : (parts.map(\.text).joined(separator: " AND "), parts.flatMap(\.values))
            )
            guard let upper else { break }
            lower = upper
        }
        try buryOrphans(text)
        try raiseBuried(text)
    }

    /// Tells the daemon where a backfill found rows that this node does not own.
    func markDrift(_ text: CaptureText) throws {
        try session.execute(
            """
            UPDATE comxfailover_node.feed_table SET drifted = 1
            WHERE number = ? AND EXISTS (SELECT 1 FROM \(text.feedTable) WHERE drift = 1)
            """, [.unsigned(UInt64(text.number))])
    }

    private func boundary(_ text: CaptureText, key: KeyText, above lower: [MariaValue]?) throws -> [MariaValue]? {
        let condition = lower.map(key.above)
        let rows = try session.query(
            "SELECT \(key.list) FROM \(text.source) t \(condition.map { "WHERE \($0.text)" } ?? "") "
                + "ORDER BY \(key.list) LIMIT 1 OFFSET \(Self.backfillRows - 1)",
            condition?.values ?? [])
        return rows.first?.values
    }

    private func addEntries(_ text: CaptureText, condition: (text: String, values: [MariaValue])?) throws {
        let entryKey = zip(text.keyParts, text.keyValues(of: "t")).map { "f.\($0) = \($1)" }
        try session.transaction(.readCommitted) { session in
            try lockScope(text)
            try session.execute(
                """
                INSERT IGNORE INTO \(text.feedTable)
                  (\(text.keyParts.joined(separator: ", ")), \(CaptureText.stampColumns))
                SELECT \(text.keyValues(of: "t").joined(separator: ", ")), NEXTVAL(comxfailover_node.feed_sequence),
                  IF(r.owner = r.self, r.epoch, 0), IF(r.owner = r.self, \(CaptureText.clock), 1), r.self, 0, 0,
                  r.owner NOT IN (0, r.self)
                FROM comxfailover_node.scope_role r CROSS JOIN \(text.source) t
                  LEFT JOIN \(text.feedTable) f ON \(entryKey.joined(separator: " AND "))
                WHERE r.scope = \(text.scope.rawValue) AND f.position IS NULL
                  \(condition.map { "AND \($0.text)" } ?? "")
                """, condition?.values ?? [])
        }
    }

    /// Entries that claim a row which is not there: buried in small steps.
    package func buryOrphans(_ text: CaptureText) throws {
        try stampAnew(
            text, isTombstone: true,
            where: """
                SELECT f.position AS old, f.node AS origin FROM \(text.feedTable) f
                LEFT JOIN \(text.source) t ON \(text.join(row: "t", entry: "f"))
                WHERE f.tombstone = 0 AND \(text.isAbsent("t"))
                """)
    }

    /// Tombstones of rows that stand, put there while capture was missing.
    private func raiseBuried(_ text: CaptureText) throws {
        try stampAnew(
            text, isTombstone: false,
            where: """
                SELECT DISTINCT f.position AS old, f.node AS origin FROM \(text.feedTable) f
                JOIN \(text.source) t ON \(text.join(row: "t", entry: "f")) WHERE f.tombstone = 1
                """)
    }

    /// Makes the entries that a question finds writes of this node, in small steps, until it finds no more.
    private func stampAnew(_ text: CaptureText, isTombstone: Bool, where question: String) throws {
        while true {
            let stamped = try session.transaction(.readCommitted) { session in
                try lockScope(text)
                return try session.execute(
                    """
                    UPDATE \(text.feedTable) f
                    JOIN (\(question) LIMIT \(Self.backfillRows)) o ON f.node = o.origin AND f.position = o.old
                    JOIN comxfailover_node.scope_role r ON r.scope = \(text.scope.rawValue)
                    SET f.seen = IF(f.node = r.self, f.seen, f.clock),
                      f.clock = GREATEST(\(CaptureText.clock), f.clock + 1, f.own_clock + 1), f.epoch = r.epoch,
                      f.tombstone = \(isTombstone ? 1 : 0),
                      f.drift = IF(r.owner = 0, 0, r.owner <> r.self), f.node = r.self,
                      f.position = NEXTVAL(comxfailover_node.feed_sequence)
                    """)
            }
            if stamped.affectedRows < UInt64(Self.backfillRows) { return }
        }
    }

    /// The lock that a change of owner waits for: held while numbers are drawn.
    private func lockScope(_ text: CaptureText) throws {
        _ = try session.query(
            "SELECT epoch FROM comxfailover_node.scope_role WHERE scope = \(text.scope.rawValue) LOCK IN SHARE MODE")
    }
}
