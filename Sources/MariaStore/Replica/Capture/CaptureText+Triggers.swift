import Vocabulary

extension CaptureText {
    /// What happened to a row.
    package enum Event: String, Sendable, CaseIterable {
        case insert, update, delete
    }

    /// The name of the trigger for an event.
    package func triggerName(_ event: Event) -> String { "comxfailover_\(number)_\(event.rawValue)" }

    package func dropTrigger(_ event: Event) -> String {
        "DROP TRIGGER IF EXISTS \(MariaIdentifier.quoted(description.table.schema)).\(triggerName(event))"
    }

    /// The trigger for an event.
    ///
    /// The ownership row is read with a share lock: the newest committed epoch rather than the transaction's old
    /// snapshot, and a barrier on which a stand-down waits. Numbers are drawn after that lock, which is what the
    /// settled head rests on. Whatever fails inside marks the table dirty and lets the program's write pass.
    package func createTrigger(_ event: Event) -> String {
        """
        CREATE DEFINER=\(Accounts.capture.quoted)
        TRIGGER \(MariaIdentifier.quoted(description.table.schema)).\(triggerName(event))
        AFTER \(event.rawValue.uppercased()) ON \(source) FOR EACH ROW
        BEGIN
          DECLARE v_owner, v_self TINYINT UNSIGNED DEFAULT 0;
          DECLARE v_epoch, v_clock BIGINT UNSIGNED DEFAULT 0;
          DECLARE CONTINUE HANDLER FOR SQLEXCEPTION
          BEGIN
            DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
            UPDATE comxfailover_node.feed_table SET dirty = 1 WHERE number = \(number) AND dirty = 0;
          END;
          IF SUBSTRING_INDEX(USER(), '@', 1) <> 'comxfailover_apply' THEN
            SELECT owner, self, epoch INTO v_owner, v_self, v_epoch
              FROM comxfailover_node.scope_role WHERE scope = \(scope.rawValue) LOCK IN SHARE MODE;
            SET v_clock = \(Self.clock);
            \(body(event))
            \(driftMark)
          END IF;
        END
        """
    }

    /// Microseconds since 1970 at this very moment, whatever the session did to its time zone or its timestamp.
    ///
    /// `NOW` is the start of the statement and may be set by the client; what has passed since then is not.
    static let clock =
        "UNIX_TIMESTAMP() * 1000000 + MICROSECOND(NOW(6)) + TIMESTAMPDIFF(MICROSECOND, NOW(6), SYSDATE(6))"

    /// Tells the daemon that there is drift to heal; a write by the owner pays nothing for it.
    private var driftMark: String {
        guard scope != .shared else { return "" }
        return """
            IF v_owner <> v_self THEN
              UPDATE comxfailover_node.feed_table SET drifted = 1 WHERE number = \(number) AND drifted <> 1;
            END IF;
            """
    }

    private func body(_ event: Event) -> String {
        switch event {
        case .insert: upsert(row: "NEW", isTombstone: false)
        case .delete: upsert(row: "OLD", isTombstone: true)
        case .update:
            """
            IF NOT (\(sameKey)) THEN
              \(upsert(row: "OLD", isTombstone: true))
              -- Where the peer holds both keys to be one, the row is to be newer than its deletion.
              SET v_clock = v_clock + 1;
            END IF;
            \(upsert(row: "NEW", isTombstone: false))
            """
        }
    }

    private var sameKey: String {
        description.keyColumns.map { column in
            let name = MariaIdentifier.quoted(column.name)
            return "OLD.\(name) <=> NEW.\(name)"
        }.joined(separator: " AND ")
    }

    private func upsert(row: String, isTombstone: Bool) -> String {
        """
        INSERT INTO \(feedTable) (\(keyParts.joined(separator: ", ")), \(Self.stampColumns))
              VALUES (\(keyValues(of: row).joined(separator: ", ")), NEXTVAL(comxfailover_node.feed_sequence),
                v_epoch, v_clock, v_self, 0, \(isTombstone ? 1 : 0),
                \(scope == .shared ? "0" : "v_owner <> v_self"))
              ON DUPLICATE KEY UPDATE \(Self.succession), \(keyRefresh);
        """
    }

    package static let stampColumns = "position, epoch, clock, node, seen, tombstone, drift"

    /// How a new write succeeds the one it replaced; the order matters, each assignment sees those before it.
    static let succession =
        "seen = IF(node = VALUES(node), seen, clock), clock = GREATEST(VALUES(clock), clock + 1), "
        + "epoch = VALUES(epoch), node = VALUES(node), position = VALUES(position), "
        + "tombstone = VALUES(tombstone), drift = VALUES(drift)"

    /// The newest spelling of the key: 'ABC' where 'abc' stood.
    package var keyRefresh: String {
        keyParts.map { "\($0) = VALUES(\($0))" }.joined(separator: ", ")
    }
}
