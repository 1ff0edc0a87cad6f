/// The tables of the copy itself, in schema `comxfailover_node` and, for what the pair agrees on, `comxfailover`.
package enum ReplicaMigrations {
    package static let all: [SchemaMigration] = [
        SchemaMigration(number: 1, name: "roles and the feed", statements: roles + feed),
        SchemaMigration(number: 2, name: "cursors and the ledger", statements: cursors),
        SchemaMigration(number: 3, name: "catalogue of items", statements: catalogue),
        SchemaMigration(
            number: 4, name: "what the peer is shown of its own feed",
            statements: [FeedViews.memory, FeedViews.cursors].map {
                "CREATE OR REPLACE SQL SECURITY DEFINER VIEW \($0)"
            }),
        SchemaMigration(
            number: 5, name: "whether the server's run was begun",
            statements: [
                """
                CREATE TABLE IF NOT EXISTS comxfailover_node.server_run (begun TINYINT UNSIGNED NOT NULL)
                ENGINE=MEMORY COMMENT='empty after a start of the server until numbers of the feed were skipped'
                """
            ]),
        SchemaMigration(number: 6, name: "reigns and the gate", statements: [reigns, failures]),
        SchemaMigration(
            number: 7, name: "how far a hand-over has come",
            statements: [
                """
                ALTER TABLE comxfailover_node.scope_role
                  ADD COLUMN IF NOT EXISTS phase VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                  DEFAULT 'settled' COMMENT 'settled; closed: nobody writes; released: given to the peer'
                """
            ]),
    ]

    private static let roles = [
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.scope_role (
          scope TINYINT UNSIGNED NOT NULL PRIMARY KEY COMMENT '1 configuration, 2 guest, 3 what both nodes write',
          owner TINYINT UNSIGNED NOT NULL COMMENT '1 Primary, 2 Secondary, 0 both',
          epoch BIGINT UNSIGNED NOT NULL,
          self TINYINT UNSIGNED NOT NULL COMMENT 'this node: 1 Primary, 2 Secondary'
        ) ENGINE=InnoDB COMMENT='who owns what; capture reads it with a share lock'
        """,
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.feed_gap (
          until_position BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'the last number skipped',
          after_position BIGINT UNSIGNED NOT NULL COMMENT 'no entry stands above it, up to until_position',
          drawn BIGINT UNSIGNED NOT NULL COMMENT 'the highest number that may have been drawn'
        ) ENGINE=InnoDB COMMENT='numbers of the feed skipped at starts'
        """,
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.feed_former_life (
          incarnation BIGINT UNSIGNED NOT NULL PRIMARY KEY
        ) ENGINE=InnoDB COMMENT='every life this feed had'
        """,
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.feed_life (
          id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
          incarnation BIGINT UNSIGNED NOT NULL,
          superseded BIGINT UNSIGNED NULL COMMENT 'the life before the last restore',
          detached TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'all triggers were removed by an operator',
          high_mark BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how far the feed reached before entries were removed',
          suspect_above BIGINT UNSIGNED NULL COMMENT 'own writes above it were made after a restore, unaware of it'
        ) ENGINE=InnoDB
        """,
    ]

    private static let feed =
        [
            """
            CREATE SEQUENCE IF NOT EXISTS comxfailover_node.feed_sequence
              START WITH 1 INCREMENT BY 1 CACHE 1000 ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.feed_table (
              number INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              item VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              scope TINYINT UNSIGNED NOT NULL,
              installed TINYINT UNSIGNED NOT NULL DEFAULT 0,
              dirty TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '1: capture failed or was missing; 2: being put right',
              drifted TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '1: rows written without owning; 2: being healed',
              life BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'the engine''s number of the table',
              horizon BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'highest tombstone that was collected',
              UNIQUE KEY (schema_name, table_name)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.feed_column (
              number INT UNSIGNED NOT NULL,
              ordinal SMALLINT UNSIGNED NOT NULL,
              name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
              nullable TINYINT UNSIGNED NOT NULL,
              definition TEXT CHARACTER SET utf8mb4 NOT NULL,
              key_ordinal SMALLINT UNSIGNED NULL,
              PRIMARY KEY (number, ordinal)
            ) ENGINE=InnoDB
            """,
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.canary (
              id TINYINT UNSIGNED NOT NULL PRIMARY KEY, beats BIGINT UNSIGNED NOT NULL
            ) ENGINE=InnoDB
            """,
            "INSERT IGNORE INTO comxfailover_node.canary (id, beats) VALUES (1, 0)",
        ] + FeedViews.first.map { "CREATE OR REPLACE SQL SECURITY DEFINER VIEW \($0)" }

    private static let cursors = [
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.item_cursor (
          item VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
          schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
          table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
          incarnation BIGINT UNSIGNED NOT NULL COMMENT 'the life of the peer''s feed',
          position BIGINT UNSIGNED NOT NULL,
          PRIMARY KEY (item, schema_name, table_name)
        ) ENGINE=InnoDB
        """,
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.item_copy (
          item VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
          established TINYINT UNSIGNED NOT NULL,
          rebuilding TINYINT UNSIGNED NOT NULL,
          quarantine_table VARCHAR(129) CHARACTER SET utf8mb4 NULL,
          quarantine_key LONGTEXT CHARACTER SET utf8mb4 NULL,
          quarantine_number INT UNSIGNED NULL,
          quarantine_words TEXT CHARACTER SET utf8mb4 NULL
        ) ENGINE=InnoDB
        """,
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.peer_memory (
          id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
          incarnation BIGINT UNSIGNED NOT NULL,
          head BIGINT UNSIGNED NOT NULL
        ) ENGINE=InnoDB
        """,
        """
        CREATE TABLE IF NOT EXISTS comxfailover_node.conflict_ledger (
          id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
          item VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
          schema_name VARCHAR(64) CHARACTER SET utf8mb4 NOT NULL,
          table_name VARCHAR(64) CHARACTER SET utf8mb4 NOT NULL,
          key_values LONGTEXT CHARACTER SET utf8mb4 NOT NULL,
          reason VARCHAR(16) CHARACTER SET ascii NOT NULL,
          at BIGINT NOT NULL COMMENT 'microseconds since 1970',
          winner VARCHAR(80) CHARACTER SET ascii NOT NULL,
          loser VARCHAR(80) CHARACTER SET ascii NOT NULL,
          winner_image LONGTEXT CHARACTER SET utf8mb4 NULL,
          loser_image LONGTEXT CHARACTER SET utf8mb4 NULL,
          state VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'open',
          meeting BINARY(16) AS (UNHEX(MD5(CONCAT_WS(CHAR(10), item, schema_name, table_name, key_values, reason,
            winner, loser)))) STORED COMMENT 'tells whether two writes met before',
          KEY by_item (item, state),
          KEY by_meeting (meeting)
        ) ENGINE=InnoDB COMMENT='rows that lost, whole'
        """,
    ]

    private static let reigns = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.scope_reign (
          scope TINYINT UNSIGNED NOT NULL,
          after_position BIGINT UNSIGNED NOT NULL COMMENT 'positions drawn in this reign are higher',
          until_position BIGINT UNSIGNED NOT NULL COMMENT 'and none is higher than this',
          epoch BIGINT UNSIGNED NOT NULL,
          drift TINYINT UNSIGNED NOT NULL COMMENT '1: this node does not own the scope',
          noted TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '1: it is over, and was looked through for drift',
          PRIMARY KEY (scope, after_position)
        ) ENGINE=InnoDB COMMENT='who owned what when a position was drawn'
        """

    private static let failures = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.capture_failure (
          number INT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'a table on which a trigger failed'
        ) ENGINE=InnoDB COMMENT='every trigger names it, and so holds its lock: the gate of capture'
        """

    private static let catalogue = [
        """
        CREATE TABLE IF NOT EXISTS comxfailover.replica_item (
          name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
          rule VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
          enabled TINYINT UNSIGNED NOT NULL,
          built_in TINYINT UNSIGNED NOT NULL,
          after_change TEXT CHARACTER SET utf8mb4 NOT NULL COMMENT 'program and arguments, one a line'
        ) ENGINE=InnoDB COMMENT='which options are copied; chosen on the owner of the configuration'
        """,
        """
        CREATE TABLE IF NOT EXISTS comxfailover.replica_item_table (
          schema_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
          table_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
          item VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
          key_columns TEXT CHARACTER SET utf8mb4 NOT NULL COMMENT 'named key columns, one a line; empty: primary key',
          PRIMARY KEY (schema_name, table_name)
        ) ENGINE=InnoDB COMMENT='the tables of each item'
        """,
    ]
}
