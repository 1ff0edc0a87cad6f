extension SchemaMigration {
    /// What holds for the telephony of the whole house. Without its row the standard of the program holds.
    static let telephonySettings = SchemaMigration(
        number: 113, name: "telephony settings",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.telephony_setting (
              id TINYINT UNSIGNED NOT NULL COMMENT 'always 1: there is one row, or none',
              desk VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
                COMMENT 'extensions and groups that answer for the house; blanks between them',
              desk_ring_seconds SMALLINT UNSIGNED NOT NULL DEFAULT 60 COMMENT 'how long the desk rings',
              desk_code VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'dialled for the desk',
              access_digit CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'dialled before numbers outside; NULL where they are dialled as they are',
              emergency_numbers VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'that always go out; blanks between them',
              emergency_caller_number VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'the site''s number, shown to the emergency services',
              emergency_notify VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
                COMMENT 'extensions and groups that are told; blanks between them; none is the desk',
              call_back_minutes SMALLINT UNSIGNED NOT NULL DEFAULT 120
                COMMENT 'how long a call back to the site''s number reaches the room that called for help',
              voicemail_code VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'dialled for voicemail',
              closed_box ENUM('ring-on', 'desk') NOT NULL DEFAULT 'desk'
                COMMENT 'what happens to an unanswered call to a room whose box is closed',
              PRIMARY KEY (id),
              CONSTRAINT telephony_setting_single CHECK (id = 1)
            ) ENGINE=InnoDB COMMENT='what holds for the telephony of the whole house'
            """
        ])
}
