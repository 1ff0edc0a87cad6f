extension SchemaMigration {
    /// Staff extensions and their phones.
    static let staffExtensions = SchemaMigration(
        number: 101, name: "staff extensions",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover.staff_extension (
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the number to dial',
              display_name VARCHAR(80) NOT NULL COMMENT 'shown on phones that it calls inside',
              department VARCHAR(60) NULL COMMENT 'for the directory',
              class_of_service SMALLINT UNSIGNED NOT NULL COMMENT 'code in class_of_service, another item',
              ring_seconds SMALLINT UNSIGNED NOT NULL DEFAULT 25 COMMENT 'how long it rings before voicemail',
              caller_number VARCHAR(32) NULL COMMENT 'shown outside; NULL is the trunk''s own number',
              emergency_number VARCHAR(32) NULL COMMENT 'shown to the emergency services; NULL is the site''s',
              secret VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SIP password of its phones',
              has_voicemail BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'unanswered calls go to a voicemail box',
              is_enabled BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: phones cannot register, calls are refused',
              note VARCHAR(250) NULL COMMENT 'for the administrator',
              PRIMARY KEY (extension),
              CONSTRAINT staff_extension_ring CHECK (ring_seconds BETWEEN 1 AND 600)
            ) ENGINE=InnoDB COMMENT='an extension of the staff and its settings'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover.staff_device (
              extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'the extension it belongs to',
              place TINYINT UNSIGNED NOT NULL COMMENT '1 for the first phone of the extension, 2 for the second',
              mac BINARY(6) NULL COMMENT 'hardware address, for provisioning; NULL is not provisioned',
              model VARCHAR(40) NULL COMMENT 'names the provisioning template',
              location VARCHAR(60) NULL COMMENT 'where it stands',
              PRIMARY KEY (extension, place),
              UNIQUE KEY staff_device_mac (mac),
              CONSTRAINT staff_device_extension FOREIGN KEY (extension)
                REFERENCES comxfailover.staff_extension (extension)
            ) ENGINE=InnoDB COMMENT='a phone of a staff extension'
            """,
        ])
}
