extension SchemaMigration {
    /// By what a gateway asks for its file, and what kind of file it gets.
    static let gatewayDevices = SchemaMigration(
        number: 117, name: "gateways as devices",
        statements: [
            """
            ALTER TABLE comxfailover.guest_gateway
              ADD COLUMN IF NOT EXISTS mac BINARY(6) NULL
                COMMENT 'hardware address, for provisioning; NULL is not provisioned',
              ADD COLUMN IF NOT EXISTS model VARCHAR(40) NULL COMMENT 'names the provisioning template',
              ADD UNIQUE KEY IF NOT EXISTS guest_gateway_mac (mac)
            """
        ])
}
