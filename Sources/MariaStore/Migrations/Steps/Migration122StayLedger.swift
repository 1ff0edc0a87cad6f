extension SchemaMigration {
    /// Who changed which stay and which room, and which voicemail boxes are to be emptied because of it.
    static let stayLedger = SchemaMigration(
        number: 122, name: "stay ledger",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.stay_event (
              node TINYINT UNSIGNED NOT NULL COMMENT 'where it happened: 1 Primary, 2 Secondary',
              incarnation BIGINT UNSIGNED NOT NULL COMMENT 'that node''s life, so that a restored one repeats no key',
              sequence BIGINT UNSIGNED NOT NULL COMMENT 'counted by that node in that life',
              event ENUM('arrived', 'departed', 'moved', 'guests', 'departure', 'do-not-disturb', 'lamp',
                'housekeeping', 'calling', 'personal-cleared', 'box-emptied',
                'box-moved') NOT NULL COMMENT 'what happened',
              stay_node TINYINT UNSIGNED NULL COMMENT 'the stay it was about, in stay, another item',
              stay_number BIGINT UNSIGNED NULL COMMENT 'its number there',
              room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the room; of moved: the new one',
              former_room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of moved',
              box VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'of box-emptied and box-moved: whose messages, of those before this moment',
              target_box VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of box-moved: where they go',
              detail VARCHAR(60) NULL COMMENT 'what was set, in short; never a name',
              epoch BIGINT UNSIGNED NOT NULL COMMENT 'the epoch of the guest scope as that node knew it',
              happened_at DATETIME(6) NOT NULL COMMENT 'by that node''s clock, UTC',
              source ENUM('desk', 'phone', 'pms', 'web', 'system') NOT NULL COMMENT 'by which way',
              actor VARCHAR(60) NULL COMMENT 'by whom, where that is known',
              PRIMARY KEY (node, incarnation, sequence),
              KEY stay_event_room (room, happened_at),
              KEY stay_event_time (happened_at),
              CONSTRAINT stay_event_node CHECK (node IN (1, 2))
            ) ENGINE=InnoDB COMMENT='what happened to stays and rooms; rows are added, never changed'
            """
        ])
}
