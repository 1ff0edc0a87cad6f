extension SchemaMigration {
    /// What changes in a room during a stay: a table per fact, because different people change them at once.
    static let roomState = SchemaMigration(
        number: 105, name: "room state",
        statements: [
            fact(
                "room_do_not_disturb", "is_on BOOLEAN NOT NULL COMMENT 'calls do not ring; wake-ups do'",
                "do-not-disturb of a room"),
            fact(
                "room_housekeeping",
                """
                status ENUM('dirty', 'clean', 'inspected', 'in-service', 'out-of-order') NOT NULL
                  COMMENT 'as last reported',
                  attendant VARCHAR(20) NULL COMMENT 'the code that housekeeping dialled'
                """,
                "how clean a room is"),
            fact(
                "room_message_lamp",
                """
                is_on BOOLEAN NOT NULL COMMENT 'the lamp is lit',
                  waiting SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'messages at the desk, voicemail not counted'
                """,
                "the message lamp of a room's phones"),
            fact(
                "room_calling",
                """
                is_open BOOLEAN NOT NULL COMMENT 'FALSE: no calls outside but emergency calls',
                  class_of_service SMALLINT UNSIGNED NULL COMMENT 'code in class_of_service; NULL is the default'
                """,
                "what a room's phones may dial"),
        ])

    private static func fact(_ table: String, _ columns: String, _ comment: String) -> String {
        """
        CREATE TABLE IF NOT EXISTS comxfailover.\(table) (
          room VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in room, another item',
          \(columns),
          changed_at DATETIME(6) NOT NULL COMMENT 'when it last changed, UTC',
          changed_from ENUM('desk', 'phone', 'pms', 'web', 'system') NOT NULL COMMENT 'by which way',
          changed_by VARCHAR(60) NULL COMMENT 'by whom, where that is known',
          PRIMARY KEY (room)
        ) ENGINE=InnoDB COMMENT='\(comment.replacing("'", with: "''"))'
        """
    }
}
