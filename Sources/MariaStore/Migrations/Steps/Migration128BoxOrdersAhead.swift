extension SchemaMigration {
    /// What this node has carried out of the ledger of stays while an order before it cannot be.
    static let boxOrdersAhead = SchemaMigration(
        number: 128, name: "voicemail boxes that wait for no other",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.box_order_ahead (
              node TINYINT UNSIGNED NOT NULL COMMENT 'whose line: 1 Primary, 2 Secondary',
              incarnation BIGINT UNSIGNED NOT NULL COMMENT 'of which of its lives',
              sequence BIGINT UNSIGNED NOT NULL COMMENT 'a line of stay_event that was carried out here',
              PRIMARY KEY (node, incarnation, sequence)
            ) ENGINE=InnoDB COMMENT='lines above those of box_order that were carried out here'
            """
        ])
}
