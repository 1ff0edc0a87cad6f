import ReplicaLogic
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

    /// The trigger for an event, on a node.
    ///
    /// Every statement in a trigger costs the writer as much as a fifth of its own, so there is one. It does not ask
    /// who owns the scope: that follows from the position, which is drawn in one reign or the next (`ScopeReigns`). To
    /// name `capture_failure` is to pass `CaptureGate`: the server locks every table that a trigger names, whether it
    /// comes to use it or not, before the first row, until the transaction ends; and a position is drawn after that.
    ///
    /// Whatever fails inside marks the table and lets the program's write pass.
    package func createTrigger(_ event: Event, on node: Mode) -> String {
        """
        CREATE OR REPLACE DEFINER=\(Accounts.capture.quoted)
        TRIGGER \(MariaIdentifier.quoted(description.table.schema)).\(triggerName(event))
        AFTER \(event.rawValue.uppercased()) ON \(source) FOR EACH ROW
        BEGIN
          DECLARE CONTINUE HANDLER FOR SQLEXCEPTION
          \(isFirstTriedPlainly(event) ? secondTry(on: node) : mark)
          IF LEFT(USER(), \(Self.applier.utf8.count)) <> '\(Self.applier)' THEN
            \(body(event, on: node))
          END IF;
        END
        """
    }

    /// How the server writes the applier's account, up to the place it logs in from.
    private static let applier = "\(Accounts.applyUser)@"

    /// A new row has no entry as a rule, and a plain INSERT is the cheaper way to write one. Where a row with that key
    /// was deleted before, it fails, and the entry is written over. Two writers cannot come to that under one key: the
    /// table itself makes the second wait. Where it does not keep the key unique, this way is not taken.
    private func isFirstTriedPlainly(_ event: Event) -> Bool { event == .insert && description.isKeyUnique }

    private func secondTry(on node: Mode) -> String {
        """
        BEGIN
            DECLARE CONTINUE HANDLER FOR SQLEXCEPTION
            \(mark)
            \(upsert(row: "NEW", on: node))
          END;
        """
    }

    private var mark: String {
        """
        BEGIN
            DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
            INSERT INTO comxfailover_node.capture_failure (number) VALUES (\(number))
              ON DUPLICATE KEY UPDATE number = VALUES(number);
          END;
        """
    }

    /// Microseconds since 1970 at this very moment, whatever the session did to its time zone or its timestamp.
    ///
    /// `NOW` is the start of the statement and may be set by the client; what has passed since then is not.
    static let clock =
        "UNIX_TIMESTAMP() * 1000000 + MICROSECOND(NOW(6)) + TIMESTAMPDIFF(MICROSECOND, NOW(6), SYSDATE(6))"

    private func body(_ event: Event, on node: Mode) -> String {
        switch event {
        case .insert: isFirstTriedPlainly(event) ? insert(row: "NEW", on: node) + ";" : upsert(row: "NEW", on: node)
        case .delete: upsert(row: "OLD", isTombstone: true, on: node)
        case .update:
            """
            IF \(sameKey) THEN
              \(upsert(row: "NEW", on: node))
            ELSE
              \(upsert(row: "OLD", isTombstone: true, on: node))
              -- Where the peer holds both keys to be one, the row is to be newer than its deletion.
              \(upsert(row: "NEW", clock: Self.clock + " + 1", on: node))
            END IF;
            """
        }
    }

    private var sameKey: String {
        description.keyColumns.map { column in
            let name = MariaIdentifier.quoted(column.name)
            return "OLD.\(name) <=> NEW.\(name)"
        }.joined(separator: " AND ")
    }

    private func insert(
        row: String, isTombstone: Bool = false, clock: String = Self.clock, on node: Mode
    ) -> String {
        let columns = keyParts + ["position", "clock", "node"] + (isTombstone ? ["tombstone"] : [])
        let stamp = ["NEXTVAL(comxfailover_node.feed_sequence)", clock, "\(node.number)"] + (isTombstone ? ["1"] : [])
        return """
            INSERT INTO \(feedTable) (\(columns.joined(separator: ", ")))
                  VALUES (\((keyValues(of: row) + stamp).joined(separator: ", ")))
            """
    }

    private func upsert(
        row: String, isTombstone: Bool = false, clock: String = Self.clock, on node: Mode
    ) -> String {
        """
        \(insert(row: row, isTombstone: isTombstone, clock: clock, on: node))
              ON DUPLICATE KEY UPDATE \(([Self.succession] + keyRefresh).joined(separator: ", "));
        """
    }

    package static let stampColumns = "position, epoch, clock, node, seen, tombstone, drift"

    /// How a new write succeeds the one it replaced; the order matters, each assignment sees those before it.
    static let succession =
        "seen = IF(node = VALUES(node), seen, clock), clock = GREATEST(VALUES(clock), clock + 1, own_clock + 1), "
        + "epoch = NULL, node = VALUES(node), position = VALUES(position), tombstone = VALUES(tombstone), drift = NULL"

    /// The newest spelling of the key: 'ABC' where 'abc' stood. Keys of most types are spelled in one way only.
    private var keyRefresh: [String] {
        description.keyColumns.enumerated().filter { $1.collation != nil || $1.kind == .float }
            .map { "k\($0.offset) = VALUES(k\($0.offset))" }
    }
}
