extension SchemaMigration {
    /// How this node speaks SIP, in the schema that is never copied. Without its row the program's standard holds.
    static let nodeSIPSettings = SchemaMigration(
        number: 115, name: "SIP settings of this node",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.sip_setting (
              id TINYINT UNSIGNED NOT NULL COMMENT 'always 1: there is one row, or none',
              bind VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the address to listen on',
              port SMALLINT UNSIGNED NOT NULL COMMENT 'UDP and TCP',
              tls_port SMALLINT UNSIGNED NULL COMMENT 'NULL: no TLS',
              external_address VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'behind a NAT: where phones outside reach this node',
              external_port SMALLINT UNSIGNED NULL COMMENT 'the port there, where it differs',
              local_networks TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'not behind that NAT, blanks between them; none is the private networks of RFC 1918',
              guest_networks TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                COMMENT 'where guest phones may register from, blanks between them; none is everywhere',
              codecs VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in the order of preference',
              rtp_first SMALLINT UNSIGNED NOT NULL COMMENT 'the lowest port for voice',
              rtp_last SMALLINT UNSIGNED NOT NULL COMMENT 'the highest port for voice',
              expiry_seconds SMALLINT UNSIGNED NOT NULL COMMENT 'how long a registration lasts at most',
              qualify_seconds SMALLINT UNSIGNED NOT NULL COMMENT 'how often phones are asked for a sign of life',
              has_direct_media BOOLEAN NOT NULL COMMENT 'phones that reach each other send their voice past Asterisk',
              PRIMARY KEY (id),
              CONSTRAINT sip_setting_single CHECK (id = 1)
            ) ENGINE=InnoDB COMMENT='how this node speaks SIP'
            """
        ])
}
