extension SchemaMigration {
    /// Numbers behind which several extensions ring.
    static let ringGroups = SchemaMigration(
        number: 112, name: "ring groups",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.ring_group (
              number VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the number to dial',
              name VARCHAR(80) NOT NULL COMMENT 'shown on the phones that ring',
              strategy ENUM('together', 'in-turn') NOT NULL DEFAULT 'together' COMMENT 'in which order they ring',
              ring_seconds SMALLINT UNSIGNED NOT NULL DEFAULT 25 COMMENT 'how long it rings; in turn, each member',
              overflow VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'extension or group for calls that nobody answers; NULL is the desk',
              is_enabled BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: its calls are refused',
              note VARCHAR(250) NULL COMMENT 'for the administrator',
              PRIMARY KEY (number),
              CONSTRAINT ring_group_ring CHECK (ring_seconds BETWEEN 1 AND 600)
            ) ENGINE=InnoDB COMMENT='a number behind which several extensions ring'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover.ring_group_member (
              number VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the group',
              place TINYINT UNSIGNED NOT NULL COMMENT '1 rings first',
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'in staff_extension or guest_extension, other items',
              PRIMARY KEY (number, place),
              UNIQUE KEY ring_group_member_extension (number, extension),
              CONSTRAINT ring_group_member_group FOREIGN KEY (number) REFERENCES comxfailover.ring_group (number),
              CONSTRAINT ring_group_member_counted CHECK (place > 0)
            ) ENGINE=InnoDB COMMENT='an extension of a ring group'
            """,
        ])
}
