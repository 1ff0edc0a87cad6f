extension PrivateServer {
    /// What the server carries out at every start, before anybody can reach it.
    var initFile: String { folder + "/begin.sql" }

    /// Begins the feed's run: skips a stretch of numbers of random length, as `FeedLifeTable.skipNumbers` says.
    ///
    /// Here nobody has to be waited for, and no program can have written since an older image was put in the data
    /// folder's place. A database that has no feed yet passes by. The server reads one statement a line.
    static var initFileText: String {
        let heads = [1, 2].map {
            "CONCAT(' UNION ALL SELECT MAX(position) FROM comxfailover_node.feed_', number, ' WHERE node = \($0)')"
        }
        let lengths = FeedLifeTable.gapLengths
        let statements = [
            "DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN END",
            """
            SET @comxfailover_heads = (SELECT GROUP_CONCAT(\(heads.joined(separator: ", ")) SEPARATOR '')
            FROM comxfailover_node.feed_table WHERE installed = 1)
            """,
            """
            EXECUTE IMMEDIATE CONCAT('SELECT MAX(position) INTO @comxfailover_head FROM
            (SELECT high_mark AS position FROM comxfailover_node.feed_life', IFNULL(@comxfailover_heads, ''), ') heads')
            """,
            "SET @comxfailover_drawn = NEXTVAL(comxfailover_node.feed_sequence)",
            """
            SET @comxfailover_until = CAST(@comxfailover_drawn + \(lengths.lowerBound) +
            CONV(LEFT(MD5(CONCAT(UUID(), RAND())), 15), 16, 10) MOD \(lengths.count) AS UNSIGNED)
            """,
            "EXECUTE IMMEDIATE CONCAT('DO SETVAL(comxfailover_node.feed_sequence, ', @comxfailover_until, ')')",
            """
            INSERT INTO comxfailover_node.feed_gap (until_position, after_position, drawn)
            VALUES (@comxfailover_until, @comxfailover_head, @comxfailover_drawn)
            """,
            "INSERT INTO comxfailover_node.server_run (begun) VALUES (1)",
        ]
        let body = statements.map { $0.replacing("\n", with: " ") + ";" }.joined(separator: " ")
        return "-- Written by comxfailover at every start; changes here are lost.\nBEGIN NOT ATOMIC \(body) END;\n"
    }
}
