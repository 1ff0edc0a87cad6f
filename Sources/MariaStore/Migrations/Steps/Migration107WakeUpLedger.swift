extension SchemaMigration {
    /// Everything that ever happened to a wake-up call.
    static let wakeUpLedger = SchemaMigration(
        number: 107, name: "wake-up ledger",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.wake_up_event (
              node TINYINT UNSIGNED NOT NULL COMMENT 'where it happened: 1 Primary, 2 Secondary',
              incarnation BIGINT UNSIGNED NOT NULL COMMENT 'that node''s life, so that a restored one repeats no key',
              sequence BIGINT UNSIGNED NOT NULL COMMENT 'counted by that node in that life',
              wake_up_node TINYINT UNSIGNED NOT NULL COMMENT 'the wake-up''s node',
              wake_up_number BIGINT UNSIGNED NOT NULL COMMENT 'the wake-up''s number',
              revision INT UNSIGNED NOT NULL COMMENT 'the wake-up''s revision that this makes or belongs to',
              event ENUM('set', 'changed', 'moved', 'cancelled', 'claimed', 'receipted', 'attempted', 'answered',
                'snoozed', 'unanswered', 'handed-over', 'reported') NOT NULL COMMENT 'what happened',
              room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the room at that moment',
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the phone, where one was named',
              ring_time TIME NULL COMMENT 'of set and changed: by the property''s wall clock',
              first_date DATE NULL COMMENT 'of set and changed: the first day',
              last_date DATE NULL COMMENT 'of set and changed: the last day',
              occurrence_date DATE NULL COMMENT 'of a claim, an attempt, an outcome: the day it was due',
              attempt TINYINT UNSIGNED NULL COMMENT 'of a claim, an attempt, an outcome: counted from 1',
              epoch BIGINT UNSIGNED NOT NULL COMMENT 'the epoch of the guest scope as that node knew it',
              happened_at DATETIME(6) NOT NULL COMMENT 'by that node''s clock, UTC',
              source ENUM('desk', 'phone', 'pms', 'web', 'system') NOT NULL COMMENT 'by which way',
              actor VARCHAR(60) NULL COMMENT 'by whom, where that is known',
              note VARCHAR(250) NULL COMMENT 'why, where that needs words',
              PRIMARY KEY (node, incarnation, sequence),
              KEY wake_up_event_wake_up (wake_up_node, wake_up_number, revision),
              KEY wake_up_event_time (happened_at),
              CONSTRAINT wake_up_event_node CHECK (node IN (1, 2)),
              CONSTRAINT wake_up_event_attempt CHECK (attempt > 0)
            ) ENGINE=InnoDB COMMENT='what happened to wake-up calls; rows are added, never changed'
            """
        ])
}
