extension SchemaMigration {
    /// What was last seen of the families of Asterisk's database that are copied, in the schema that is never copied.
    static let asteriskFamilies = SchemaMigration(
        number: 118, name: "families of Asterisk's database",
        statements: [
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.asterisk_family (
              family VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
                COMMENT 'as Asterisk names it',
              mark BIGINT UNSIGNED NOT NULL
                COMMENT 'written into Asterisk''s database after each look that changed something'
            ) ENGINE=InnoDB COMMENT='families of this node''s Asterisk that were looked at'
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.asterisk_family_entry (
              family VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in asterisk_family',
              entry VARCHAR(256) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL COMMENT 'the path below it',
              value TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL
                COMMENT 'what Asterisk''s database and the family''s table both held',
              PRIMARY KEY (family, entry)
            ) ENGINE=InnoDB COMMENT='what was last seen of a family'
            """,
        ])
}
