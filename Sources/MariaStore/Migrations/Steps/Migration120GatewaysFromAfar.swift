extension SchemaMigration {
    /// Where the Primary reaches a gateway that stands behind the site's router.
    static let gatewaysFromAfar = SchemaMigration(
        number: 120, name: "where the Primary reaches gateways",
        statements: [
            """
            ALTER TABLE comxfailover.guest_gateway
              ADD COLUMN IF NOT EXISTS primary_address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NULL
                COMMENT 'where the Primary reaches it, if not at its address: IPv4 or IPv6',
              ADD COLUMN IF NOT EXISTS primary_port SMALLINT UNSIGNED NULL COMMENT 'the port there; NULL is its own'
            """
        ])
}
