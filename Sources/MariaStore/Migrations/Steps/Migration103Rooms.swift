extension SchemaMigration {
    /// Rooms, and which extensions are in them.
    static let rooms = SchemaMigration(
        number: 103, name: "rooms",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.room (
              room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as the PMS writes it',
              name VARCHAR(60) NULL COMMENT 'as people call it, where that differs',
              kind ENUM('guest', 'suite', 'meeting', 'public') NOT NULL DEFAULT 'guest' COMMENT 'what it is used for',
              floor SMALLINT NULL COMMENT 'the storey; basements are negative',
              is_in_use BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: kept for its history only',
              note VARCHAR(250) NULL COMMENT 'for the administrator',
              PRIMARY KEY (room)
            ) ENGINE=InnoDB COMMENT='a room of the house'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover.room_extension (
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'in guest_extension, another item',
              room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the room it is in',
              place TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT '1 is the one that is rung first, also for wake-ups',
              PRIMARY KEY (extension),
              UNIQUE KEY room_extension_place (room, place),
              CONSTRAINT room_extension_room FOREIGN KEY (room) REFERENCES comxfailover.room (room),
              CONSTRAINT room_extension_counted CHECK (place > 0)
            ) ENGINE=InnoDB COMMENT='an extension is in one room, a room may have several'
            """,
        ])
}
