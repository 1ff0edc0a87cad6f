import MariaStore

/// Makes a node's database what the program before the reigns left: epochs in the entries, written by triggers that ask
/// for the ownership row.
struct FormerProgram {
    let node: CopyNode

    /// Puts the table `hotel.t`, with the key `id`, back to how that program captured it.
    func install() async throws {
        let number = try await node.feedNumber(of: "t")
        let feed = "comxfailover_node.feed_\(number)"
        try await node.run(
            """
            UPDATE \(feed) f JOIN comxfailover_node.scope_role r ON r.scope = 1
            SET f.epoch = IFNULL(f.epoch, r.epoch), f.drift = IFNULL(f.drift, r.owner <> r.self)
            """,
            """
            ALTER TABLE \(feed) MODIFY epoch BIGINT UNSIGNED NOT NULL, MODIFY drift TINYINT UNSIGNED NOT NULL,
              MODIFY seen BIGINT UNSIGNED NOT NULL, MODIFY tombstone TINYINT UNSIGNED NOT NULL, DROP COLUMN own_clock
            """,
            "DROP TABLE comxfailover_node.scope_reign, comxfailover_node.capture_failure",
            """
            CREATE OR REPLACE VIEW comxfailover_feed.feed_\(number) AS
            SELECT f.position, f.epoch, f.clock, f.node, f.seen, f.tombstone, f.k0, t.id IS NOT NULL AS present,
              t.id AS c0, t.v AS c1
            FROM \(feed) f LEFT JOIN hotel.t t ON f.tombstone = 0 AND t.id = f.k0 WHERE f.drift = 0
            """,
            """
            CREATE OR REPLACE VIEW comxfailover_feed.rows_\(number) AS
            SELECT t.id AS c0, t.v AS c1, f.position, f.epoch, f.clock, f.node, f.seen, f.tombstone, f.drift
            FROM hotel.t t LEFT JOIN \(feed) f ON f.k0 = t.id
            """,
            "DROP VIEW comxfailover_feed.table_\(number)")
        for (event, row, tombstone) in [("insert", "NEW", 0), ("update", "NEW", 0), ("delete", "OLD", 1)] {
            try await node.run(trigger(event, row: row, tombstone: tombstone, number: number))
        }
    }

    private func trigger(_ event: String, row: String, tombstone: Int, number: String) -> String {
        """
        CREATE OR REPLACE TRIGGER hotel.comxfailover_\(number)_\(event) AFTER \(event) ON hotel.t FOR EACH ROW
        BEGIN
          DECLARE v_owner, v_self TINYINT UNSIGNED DEFAULT 0;
          DECLARE v_epoch BIGINT UNSIGNED DEFAULT 0;
          IF SUBSTRING_INDEX(USER(), '@', 1) <> 'comxfailover_apply' THEN
            SELECT owner, self, epoch INTO v_owner, v_self, v_epoch
              FROM comxfailover_node.scope_role WHERE scope = 1 LOCK IN SHARE MODE;
            INSERT INTO comxfailover_node.feed_\(number) (k0, position, epoch, clock, node, seen, tombstone, drift)
            VALUES (\(row).id, NEXTVAL(comxfailover_node.feed_sequence), v_epoch, UNIX_TIMESTAMP(NOW(6)) * 1000000,
              v_self, 0, \(tombstone), v_owner <> v_self)
            ON DUPLICATE KEY UPDATE seen = IF(node = VALUES(node), seen, clock),
              clock = GREATEST(VALUES(clock), clock + 1), epoch = VALUES(epoch), node = VALUES(node),
              position = VALUES(position), tombstone = VALUES(tombstone), drift = VALUES(drift);
            IF v_owner <> v_self THEN
              UPDATE comxfailover_node.feed_table SET drifted = 1 WHERE number = \(number) AND drifted <> 1;
            END IF;
          END IF;
        END
        """
    }
}
