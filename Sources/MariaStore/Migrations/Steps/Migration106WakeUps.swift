extension SchemaMigration {
    /// Wake-up calls as they stand: the projection of their ledger.
    static let wakeUps = SchemaMigration(
        number: 106, name: "wake-ups",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.wake_up (
              node TINYINT UNSIGNED NOT NULL COMMENT 'where it was set: 1 Primary, 2 Secondary',
              number BIGINT UNSIGNED NOT NULL COMMENT 'counted by that node',
              revision INT UNSIGNED NOT NULL COMMENT 'raised by every change, from 1',
              room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the room to wake, after moves',
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'one phone of it; NULL is the first',
              ring_time TIME NOT NULL COMMENT 'by the property''s wall clock',
              first_date DATE NOT NULL COMMENT 'the first day it rings, by the property''s calendar',
              last_date DATE NOT NULL COMMENT 'the last day; the same as the first for a single call',
              state ENUM('set', 'cancelled', 'done') NOT NULL COMMENT 'done: nothing of it is due any more',
              language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ISO 639 code of the announcement',
              stay_node TINYINT UNSIGNED NULL COMMENT 'the stay it was set for, in stay, another item',
              stay_number BIGINT UNSIGNED NULL COMMENT 'its number there',
              PRIMARY KEY (node, number),
              KEY wake_up_due (state, first_date, ring_time),
              KEY wake_up_room (room, state),
              CONSTRAINT wake_up_node CHECK (node IN (1, 2)),
              CONSTRAINT wake_up_time CHECK (ring_time >= '00:00:00' AND ring_time < '24:00:00'),
              CONSTRAINT wake_up_dates CHECK (last_date >= first_date)
            ) ENGINE=InnoDB COMMENT='a wake-up call as it stands now'
            """
        ])
}
