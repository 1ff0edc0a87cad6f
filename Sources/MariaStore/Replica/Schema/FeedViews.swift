import Vocabulary

/// The views of the feed as a whole, which the peer reads beside those of the tables.
struct FeedViews {
    /// Names and content.
    static let all = first + [memory, cursors]

    /// Those that stand on the tables of the first step.
    static let first = [
        """
        comxfailover_feed.life AS
          SELECT incarnation, superseded, suspect_above IS NOT NULL AS restoring
          FROM comxfailover_node.feed_life WHERE id = 1
        """,
        """
        comxfailover_feed.lives AS
          SELECT incarnation FROM comxfailover_node.feed_former_life
        """,
        """
        comxfailover_feed.reach AS
          SELECT next_not_cached_value AS reserved FROM comxfailover_node.feed_sequence
        """,
        """
        comxfailover_feed.gaps AS
          SELECT until_position, after_position, drawn FROM comxfailover_node.feed_gap
        """,
        """
        comxfailover_feed.tables AS
          SELECT number, schema_name, table_name, item, horizon FROM comxfailover_node.feed_table WHERE installed = 1
        """,
        """
        comxfailover_feed.columns AS
          SELECT number, ordinal, name, kind, nullable, key_ordinal FROM comxfailover_node.feed_column
        """,
    ]

    /// How far this node has read its reader's own feed: a reader that was restored learns it from here.
    static let memory = """
        comxfailover_feed.memory AS
          SELECT incarnation, head FROM comxfailover_node.peer_memory
        """

    /// The same table by table, durably.
    static let cursors = """
        comxfailover_feed.cursors AS
          SELECT schema_name, table_name, incarnation, position FROM comxfailover_node.item_cursor
        """

    let session: MariaSession

    /// Lets the views run under the account that is kept for them, whoever made them at first.
    func provide() throws {
        let standing = try session.query(
            "SELECT 1 FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ? AND DEFINER = ? AND TABLE_NAME NOT LIKE ?",
            [.text(Schemas.feed), .text(Accounts.capture.description), .text("%\\_%")])
        guard standing.count < Self.all.count else { return }
        for view in Self.all {
            try session.script(
                "CREATE OR REPLACE DEFINER=\(Accounts.capture.quoted) SQL SECURITY DEFINER VIEW \(view)")
        }
    }
}
