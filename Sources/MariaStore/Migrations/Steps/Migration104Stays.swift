extension SchemaMigration {
    /// Stays and the guests who share them.
    static let stays = SchemaMigration(
        number: 104, name: "stays",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.stay (
              node TINYINT UNSIGNED NOT NULL COMMENT 'where it was checked in: 1 Primary, 2 Secondary',
              number BIGINT UNSIGNED NOT NULL COMMENT 'counted by that node',
              room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the room now, after moves',
              reservation VARCHAR(40) NULL COMMENT 'the PMS''s own number of it',
              arrived_at DATETIME(6) NOT NULL COMMENT 'check-in, UTC',
              departs_on DATE NULL COMMENT 'expected departure by the property''s calendar',
              departed_at DATETIME(6) NULL COMMENT 'check-out, UTC; NULL while the guests are here',
              PRIMARY KEY (node, number),
              KEY stay_room (room, departed_at),
              KEY stay_reservation (reservation),
              CONSTRAINT stay_node CHECK (node IN (1, 2)),
              CONSTRAINT stay_times CHECK (departed_at IS NULL OR departed_at >= arrived_at)
            ) ENGINE=InnoDB COMMENT='from check-in to check-out'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover.stay_guest (
              node TINYINT UNSIGNED NOT NULL COMMENT 'the stay''s node',
              number BIGINT UNSIGNED NOT NULL COMMENT 'the stay''s number',
              place TINYINT UNSIGNED NOT NULL COMMENT '1 is the main guest, others share the room',
              pms_guest VARCHAR(40) NULL COMMENT 'the PMS''s own number of the guest',
              title VARCHAR(40) NULL COMMENT 'as the guest is addressed',
              first_name VARCHAR(80) NULL COMMENT 'as the PMS sent it',
              last_name VARCHAR(80) NOT NULL COMMENT 'as the PMS sent it',
              language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'ISO 639 code for announcements',
              is_very_important BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'marked so by the PMS',
              PRIMARY KEY (node, number, place),
              KEY stay_guest_name (last_name, first_name),
              CONSTRAINT stay_guest_stay FOREIGN KEY (node, number) REFERENCES comxfailover.stay (node, number),
              CONSTRAINT stay_guest_counted CHECK (place > 0)
            ) ENGINE=InnoDB COMMENT='a guest of a stay'
            """,
        ])
}
