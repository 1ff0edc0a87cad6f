extension SchemaMigration {
    /// How far this node has read its call files, in the schema that is never copied, and what names a leg.
    static let callReading = SchemaMigration(
        number: 119, name: "reading of call files", statements: [leg, reading, open, refused])

    private static let leg = """
        ALTER TABLE comxfailover.call_record ADD COLUMN IF NOT EXISTS
          leg VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
          COMMENT 'Asterisk''s names of the leg, so that none is written down twice'
        """

    private static let reading = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.call_reading (
          id TINYINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'always 1',
          revision BIGINT UNSIGNED NOT NULL COMMENT 'raised by every batch; its row is the lock that readers wait at',
          events VARCHAR(64) NULL COMMENT 'how far the file of channel events was read',
          records VARCHAR(64) NULL COMMENT 'how far the file of call records was read',
          alive_at DATETIME(6) NULL COMMENT 'when Asterisk was last seen alive, UTC',
          records_written BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'by this node so far',
          records_interrupted BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'those of calls that died with Asterisk',
          lines_refused BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'lines that were no records',
          last_ended_at DATETIME(6) NULL COMMENT 'end of the last call that was written down, UTC'
        ) ENGINE=InnoDB CHARACTER SET utf8mb4 COMMENT='how far this node has read the call files of its Asterisk'
        """

    private static let open = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.call_leg_open (
          unique_id VARCHAR(150) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY
            COMMENT 'Asterisk''s id of the channel',
          linked_id VARCHAR(150) NOT NULL COMMENT 'what the channels of one call have in common',
          channel VARCHAR(150) NOT NULL COMMENT 'Asterisk''s name of the channel',
          source VARCHAR(80) NOT NULL COMMENT 'the caller''s number',
          destination VARCHAR(80) NOT NULL COMMENT 'the number dialled',
          started_at DATETIME(6) NOT NULL COMMENT 'UTC',
          answered_at DATETIME(6) NULL COMMENT 'UTC',
          ended_at DATETIME(6) NULL COMMENT 'UTC; its record is awaited',
          call_id VARCHAR(150) NULL COMMENT 'the global call id; NULL for a leg that has no record of its own',
          caller VARCHAR(80) NULL COMMENT 'the extension that calls',
          room VARCHAR(80) NULL COMMENT 'its room',
          trunk VARCHAR(80) NULL COMMENT 'the trunk that the call leaves by'
        ) ENGINE=InnoDB CHARACTER SET utf8mb4 COMMENT='legs of calls that have begun and of which no end is known'
        """

    private static let refused = """
        CREATE TABLE IF NOT EXISTS comxfailover_node.call_line_refused (
          id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'in the order of their reading',
          file ENUM('events', 'records') NOT NULL COMMENT 'which file it stood in',
          line BLOB NOT NULL COMMENT 'as it stood there',
          reason VARCHAR(250) NOT NULL COMMENT 'why it is no record',
          read_at DATETIME(6) NOT NULL COMMENT 'UTC'
        ) ENGINE=InnoDB CHARACTER SET utf8mb4 COMMENT='lines of call files that are no records, kept for a person'
        """
}
