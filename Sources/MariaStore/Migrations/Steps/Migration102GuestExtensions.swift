extension SchemaMigration {
    /// Guest extensions, their phones and the gateways of analog ones.
    static let guestExtensions = SchemaMigration(
        number: 102, name: "guest extensions", statements: [defaults, extensions, devices, gateways, ports])

    private static let defaults = """
        CREATE TABLE IF NOT EXISTS comxfailover.guest_default (
          id TINYINT UNSIGNED NOT NULL COMMENT 'always 1: there is one row',
          secret VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
            COMMENT 'SIP password that guest phones share',
          ring_seconds SMALLINT UNSIGNED NOT NULL DEFAULT 40 COMMENT 'how long a guest phone rings',
          class_of_service SMALLINT UNSIGNED NOT NULL COMMENT 'code of the class of a room that is let',
          vacant_class_of_service SMALLINT UNSIGNED NOT NULL COMMENT 'code of the class of a room that is not let',
          PRIMARY KEY (id),
          CONSTRAINT guest_default_single CHECK (id = 1),
          CONSTRAINT guest_default_ring CHECK (ring_seconds BETWEEN 1 AND 600)
        ) ENGINE=InnoDB COMMENT='what holds for guest extensions that say nothing else'
        """

    private static let extensions = """
        CREATE TABLE IF NOT EXISTS comxfailover.guest_extension (
          extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the number to dial',
          kind ENUM('sip', 'analog') NOT NULL COMMENT 'a SIP phone, or an analog one behind a gateway',
          display_name VARCHAR(80) NOT NULL COMMENT 'shown on phones that it calls inside while nobody stays there',
          secret VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'SIP password; NULL is the shared one',
          ring_seconds SMALLINT UNSIGNED NULL COMMENT 'how long it rings; NULL is the default',
          class_of_service SMALLINT UNSIGNED NULL COMMENT 'code of its class; NULL is the room''s',
          caller_number VARCHAR(32) NULL COMMENT 'shown outside; NULL is the trunk''s own number',
          has_voicemail BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'unanswered calls go to the guest''s voicemail box',
          is_enabled BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: phones cannot register, calls are refused',
          note VARCHAR(250) NULL COMMENT 'for the administrator',
          PRIMARY KEY (extension),
          CONSTRAINT guest_extension_ring CHECK (ring_seconds BETWEEN 1 AND 600)
        ) ENGINE=InnoDB COMMENT='an extension in a guest room and its settings'
        """

    private static let devices = """
        CREATE TABLE IF NOT EXISTS comxfailover.guest_device (
          extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the extension it belongs to',
          place TINYINT UNSIGNED NOT NULL COMMENT '1 for the first phone of the extension, 2 for the second',
          mac BINARY(6) NULL COMMENT 'hardware address, for provisioning; NULL is not provisioned',
          model VARCHAR(40) NULL COMMENT 'names the provisioning template',
          location VARCHAR(60) NULL COMMENT 'desk, bedside, bathroom',
          PRIMARY KEY (extension, place),
          UNIQUE KEY guest_device_mac (mac),
          CONSTRAINT guest_device_extension FOREIGN KEY (extension) REFERENCES comxfailover.guest_extension (extension)
        ) ENGINE=InnoDB COMMENT='a SIP phone of a guest extension'
        """

    private static let gateways = """
        CREATE TABLE IF NOT EXISTS comxfailover.guest_gateway (
          name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'names it in files and reports',
          address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where it listens: IPv4 or IPv6',
          port SMALLINT UNSIGNED NOT NULL DEFAULT 5060 COMMENT 'its SIP port',
          secret VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
            COMMENT 'SIP password; NULL is known by address',
          ports_max SMALLINT UNSIGNED NOT NULL COMMENT 'how many analog lines it has',
          note VARCHAR(250) NULL COMMENT 'for the administrator',
          PRIMARY KEY (name),
          CONSTRAINT guest_gateway_address CHECK (IS_IPV4(address) OR IS_IPV6(address)),
          CONSTRAINT guest_gateway_port_number CHECK (port > 0),
          CONSTRAINT guest_gateway_ports CHECK (ports_max > 0)
        ) ENGINE=InnoDB COMMENT='a gateway in trunk mode with analog phones behind it'
        """

    private static let ports = """
        CREATE TABLE IF NOT EXISTS comxfailover.guest_gateway_port (
          gateway VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the gateway',
          port SMALLINT UNSIGNED NOT NULL COMMENT 'the line on it, counted from 1',
          extension VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the extension on that line',
          PRIMARY KEY (gateway, port),
          UNIQUE KEY guest_gateway_port_extension (extension),
          CONSTRAINT guest_gateway_port_gateway FOREIGN KEY (gateway) REFERENCES comxfailover.guest_gateway (name),
          CONSTRAINT guest_gateway_port_guest FOREIGN KEY (extension)
            REFERENCES comxfailover.guest_extension (extension),
          CONSTRAINT guest_gateway_port_counted CHECK (port > 0)
        ) ENGINE=InnoDB COMMENT='which analog line leads to which extension'
        """
}
