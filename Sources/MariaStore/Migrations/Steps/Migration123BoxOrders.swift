extension SchemaMigration {
    /// How far this node has carried out what the ledger of stays asks of voicemail boxes.
    static let boxOrders = SchemaMigration(
        number: 123, name: "voicemail boxes after stays",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.box_order (
              node TINYINT UNSIGNED NOT NULL COMMENT 'whose lines: 1 Primary, 2 Secondary',
              incarnation BIGINT UNSIGNED NOT NULL COMMENT 'of which of its lives',
              sequence BIGINT UNSIGNED NOT NULL COMMENT 'the last line of stay_event that was carried out here',
              PRIMARY KEY (node, incarnation)
            ) ENGINE=InnoDB COMMENT='what became of the voicemail on this very node'
            """
        ])
}
