extension SchemaMigration {
    /// This node's own trunks and routes, in the schema that is never copied.
    static let nodeTrunks = SchemaMigration(
        number: 114, name: "trunks and routes of this node",
        statements: [revision, trunks, routes, routeTrunks])

    private static let revision = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.telephony_revision (
          id TINYINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'always 1',
          revision BIGINT UNSIGNED NOT NULL COMMENT 'raised by every edit; its row is the lock that edits wait at'
        ) ENGINE=InnoDB COMMENT='edits of the telephony configuration made on this node'
        """

    private static let trunks = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.provider_trunk (
          name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'names it in files and reports',
          host VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the provider, by address or name',
          port SMALLINT UNSIGNED NOT NULL DEFAULT 5060 COMMENT 'its SIP port',
          transport ENUM('udp', 'tcp', 'tls') NOT NULL DEFAULT 'udp' COMMENT 'how SIP travels',
          registers BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'this node registers there',
          user_name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'as the provider gave it',
          secret VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'its password',
          addresses VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
            COMMENT 'networks that calls come from besides the host; blanks between them',
          caller_number VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
            COMMENT 'shown outside for callers without a number of their own',
          codecs VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
            COMMENT 'in the order of preference, blanks between them; none is the node''s list',
          calls_max SMALLINT UNSIGNED NULL COMMENT 'most calls at one time; NULL is no limit',
          is_on_premises BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the site''s own line, for emergency calls',
          is_enabled BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: no call comes or leaves by it',
          note VARCHAR(250) NULL COMMENT 'for the administrator',
          PRIMARY KEY (name)
        ) ENGINE=InnoDB CHARACTER SET utf8mb4 COMMENT='a provider''s trunk of this node alone'
        """

    private static let routes = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.call_route (
          name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'names it in files and reports',
          direction ENUM('inbound', 'outbound') NOT NULL COMMENT 'which way the calls go',
          position SMALLINT UNSIGNED NOT NULL COMMENT 'routes are tried from the lowest on',
          numbers TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL
            COMMENT 'numbers and patterns, blanks between them; none is any',
          trunk VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'inbound: by which trunk; NULL is any',
          destination VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL
            COMMENT 'inbound: the extension or group; NULL is the desk',
          permission ENUM('local', 'national', 'international', 'premium', 'emergency') NOT NULL DEFAULT 'local'
            COMMENT 'outbound: what the caller''s class must allow',
          strip TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'outbound: how many dialled digits are left out',
          prepend VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'outbound: put before the rest',
          caller_number VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
            COMMENT 'outbound: shown for callers without a number; NULL is the trunk''s',
          is_enabled BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: it is passed over',
          note VARCHAR(250) NULL COMMENT 'for the administrator',
          PRIMARY KEY (name)
        ) ENGINE=InnoDB CHARACTER SET utf8mb4 COMMENT='a route of this node alone'
        """

    private static let routeTrunks = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.call_route_trunk (
          route VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the outbound route',
          place TINYINT UNSIGNED NOT NULL COMMENT '1 is tried first',
          trunk VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in provider_trunk',
          PRIMARY KEY (route, place),
          CONSTRAINT call_route_trunk_route FOREIGN KEY (route) REFERENCES comxfailover_node.call_route (name),
          CONSTRAINT call_route_trunk_trunk FOREIGN KEY (trunk) REFERENCES comxfailover_node.provider_trunk (name)
        ) ENGINE=InnoDB COMMENT='the trunks of an outbound route in the order in which they are tried'
        """
}
