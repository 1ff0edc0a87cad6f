extension SchemaMigration {
    /// Short codes for numbers outside and inside.
    static let speedDials = SchemaMigration(
        number: 110, name: "speed dials",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.speed_dial (
              code VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what is dialled',
              label VARCHAR(60) NOT NULL COMMENT 'what people read on the phone or in the directory',
              number VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what is called',
              may_guests_dial BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'guest phones may use it, too',
              ignores_class BOOLEAN NOT NULL DEFAULT FALSE
                COMMENT 'allowed whatever the phone''s class of service says',
              PRIMARY KEY (code),
              CONSTRAINT speed_dial_code CHECK (code REGEXP '^[0-9*#]+$')
            ) ENGINE=InnoDB COMMENT='a short code and the number behind it'
            """
        ])
}
