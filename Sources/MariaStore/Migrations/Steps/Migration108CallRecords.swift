extension SchemaMigration {
    /// Call records of both nodes.
    static let callRecords = SchemaMigration(
        number: 108, name: "call records",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.call_record (
              node TINYINT UNSIGNED NOT NULL COMMENT 'where the call ran: 1 Primary, 2 Secondary',
              incarnation BIGINT UNSIGNED NOT NULL COMMENT 'that node''s life, so that a restored one repeats no key',
              sequence BIGINT UNSIGNED NOT NULL COMMENT 'counted by that node in that life',
              call_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'one for all legs, on both nodes',
              direction ENUM('internal', 'inbound', 'outbound', 'peer') NOT NULL COMMENT 'peer: between the two nodes',
              calling VARCHAR(40) NOT NULL COMMENT 'number of the calling party',
              calling_name VARCHAR(80) NULL COMMENT 'name of the calling party, where it was sent',
              dialled VARCHAR(40) NOT NULL COMMENT 'what was dialled',
              called VARCHAR(40) NOT NULL COMMENT 'where it went in the end',
              room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the room of the originating leg',
              trunk VARCHAR(60) NULL COMMENT 'the trunk it came by or left by',
              started_at DATETIME(6) NOT NULL COMMENT 'UTC',
              answered_at DATETIME(6) NULL COMMENT 'UTC; NULL for a call that nobody answered',
              ended_at DATETIME(6) NOT NULL COMMENT 'UTC',
              ring_milliseconds INT UNSIGNED NOT NULL COMMENT 'from start to answer or end',
              talk_milliseconds INT UNSIGNED NOT NULL COMMENT 'from answer to end; 0 without an answer',
              outcome ENUM('answered', 'busy', 'no-answer', 'refused', 'failed', 'interrupted') NOT NULL
                COMMENT 'interrupted: its server died meanwhile',
              cause TINYINT UNSIGNED NULL COMMENT 'Q.850 cause of the end',
              account_code VARCHAR(20) NULL COMMENT 'dialled by the caller to charge somebody else',
              PRIMARY KEY (node, incarnation, sequence),
              KEY call_record_call (call_id),
              KEY call_record_time (started_at),
              KEY call_record_room (room, started_at),
              CONSTRAINT call_record_node CHECK (node IN (1, 2)),
              CONSTRAINT call_record_times CHECK (ended_at >= started_at)
            ) ENGINE=InnoDB COMMENT='a leg of a call that is over; rows are added, never changed'
            """
        ])
}
