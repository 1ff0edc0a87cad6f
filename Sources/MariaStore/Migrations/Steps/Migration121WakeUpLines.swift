extension SchemaMigration {
    /// The ledger alone tells of wake-ups: it gets a column for everything that its lines say, and the table of
    /// wake-ups as they stand goes, with its item where this node owns the catalogue.
    static let wakeUpLines = SchemaMigration(
        number: 121, name: "wake-ups are told by their ledger alone",
        statements: [forgetItem("replica_item_table", "item"), forgetItem("replica_item", "name")] + [
            "DROP TABLE IF EXISTS comxfailover.wake_up", columns, index, writing,
        ])

    private static func forgetItem(_ table: String, _ column: String) -> String {
        """
        DELETE FROM comxfailover.\(table) WHERE \(column) = 'wake-ups' AND EXISTS
          (SELECT 1 FROM comxfailover_node.scope_role WHERE scope = 1 AND owner = self)
        """
    }

    private static let columns = """
        ALTER TABLE comxfailover.wake_up_event
          MODIFY revision INT UNSIGNED NOT NULL
            COMMENT 'the edit that this is, or that planned the ring, or that stays in a disagreement',
          MODIFY event ENUM('set', 'changed', 'moved', 'cancelled', 'claimed', 'rang', 'answered', 'snoozed', 'failed',
            'lapsed', 'handed-over', 'given-up', 'reported', 'disagreement-told') NOT NULL COMMENT 'what happened',
          MODIFY room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
            COMMENT 'the room at that moment; of set and moved: the room to wake',
          MODIFY extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
            COMMENT 'of set and changed: one phone of the room; NULL is all',
          MODIFY attempt SMALLINT UNSIGNED NULL COMMENT 'counted from 1; NULL where no attempt is meant',
          DROP COLUMN IF EXISTS note,
          ADD COLUMN IF NOT EXISTS seen INT UNSIGNED NULL
            COMMENT 'of an edit: the newest of the other node that it knew of',
          ADD COLUMN IF NOT EXISTS dropped INT UNSIGNED NULL COMMENT 'of a disagreement: the edit that does not stay',
          ADD COLUMN IF NOT EXISTS language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL
            COMMENT 'of set and changed: ISO 639 code of the announcement',
          ADD COLUMN IF NOT EXISTS stay_node TINYINT UNSIGNED NULL
            COMMENT 'of set and moved: the stay it was set for, in stay, another item',
          ADD COLUMN IF NOT EXISTS stay_number BIGINT UNSIGNED NULL COMMENT 'its number there',
          ADD COLUMN IF NOT EXISTS attempt_node TINYINT UNSIGNED NULL COMMENT 'of lapsed: whose attempt it was',
          ADD COLUMN IF NOT EXISTS is_receipted BOOLEAN NULL COMMENT 'of rang: the peer had said that it knew',
          ADD COLUMN IF NOT EXISTS snoozed_until DATETIME(6) NULL COMMENT 'of snoozed: when the next call is due, UTC',
          ADD COLUMN IF NOT EXISTS reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL
            COMMENT 'of failed, handed-over and given-up: why, in a stable word'
        """

    private static let index = """
        ALTER TABLE comxfailover.wake_up_event
          ADD INDEX IF NOT EXISTS wake_up_event_last (last_date, wake_up_node, wake_up_number)
        """

    private static let writing = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.wake_up_writing (
          id TINYINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'always 1; the row is the lock that writers wait at',
          run BIGINT UNSIGNED NOT NULL COMMENT 'the daemon''s run that offered the newest numbered batch',
          batch BIGINT UNSIGNED NOT NULL COMMENT 'the number of that batch'
        ) ENGINE=InnoDB COMMENT='which lines of the wake-up ledger this node wrote last'
        """
}
