extension SchemaMigration {
    /// What people set for themselves, one fact per row: the newer of two changes wins.
    static let personalSettings = SchemaMigration(
        number: 111, name: "personal settings",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.personal_forwarding (
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose calls',
              occasion ENUM('always', 'busy', 'no-answer', 'unreachable') NOT NULL COMMENT 'when they are forwarded',
              is_on BOOLEAN NOT NULL COMMENT 'FALSE keeps the target for the next time',
              target VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where to',
              changed_at DATETIME(6) NOT NULL COMMENT 'when it last changed, UTC',
              PRIMARY KEY (extension, occasion)
            ) ENGINE=InnoDB COMMENT='forwarding of an extension''s calls'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover.personal_do_not_disturb (
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose calls do not ring',
              is_on BOOLEAN NOT NULL COMMENT 'as last set',
              changed_at DATETIME(6) NOT NULL COMMENT 'when it last changed, UTC',
              PRIMARY KEY (extension)
            ) ENGINE=InnoDB COMMENT='do-not-disturb of a staff extension; rooms have their own'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover.personal_voicemail_pin (
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose voicemail box',
              pin VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'digits, as the voicemail needs them',
              changed_at DATETIME(6) NOT NULL COMMENT 'when it last changed, UTC',
              PRIMARY KEY (extension),
              CONSTRAINT personal_voicemail_pin_digits CHECK (pin REGEXP '^[0-9]{4,16}$')
            ) ENGINE=InnoDB COMMENT='the PIN of a voicemail box'
            """,
        ])
}
