import ReplicaLogic

extension CaptureText {
    /// How the name of a view's column begins that only a view of that shape has.
    static let shapeMarkStart = "shape_"

    /// The column by which a view tells its shape. Values are told by their places, and a view may be made anew between
    /// a reader's look at the columns and its look at the rows: then it must fail, and not take one for another.
    static func shapeMark(of shape: TableShape) -> String {
        // FNV-1a, of 64 bits.
        let names = shape.columns.map { $0.name.lowercased() }.joined(separator: "\n")
        let hash = names.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return shapeMarkStart + String(hash, radix: 16)
    }

    var shapeMark: String { Self.shapeMark(of: description.shape) }

    /// The view of the feed: every entry that may ship, with the row as it stands at the moment of reading.
    package var createFeedView: String {
        let key = entryKey("f").enumerated().map { "\($1) AS k\($0)" }
        let values = description.columns.enumerated().map { "t.\(MariaIdentifier.quoted($1.name)) AS c\($0)" }
        // Where nothing keeps the key unique, a deleted row may have a twin that still stands.
        let isUnique = description.isKeyUnique
        let tombstone = isUnique ? "f.tombstone" : "f.tombstone AND NOT \(isPresent("t")) AS tombstone"
        let condition = (isUnique ? "f.tombstone = 0 AND " : "") + join(row: "t", entry: "f")
        return """
            CREATE OR REPLACE ALGORITHM=MERGE DEFINER=\(Accounts.capture.quoted) SQL SECURITY DEFINER
            VIEW \(feedView) AS
            SELECT f.position, \(ReignText.epoch) AS epoch, f.clock, f.node, f.seen, \(tombstone),
              \(key.joined(separator: ", ")), \(isPresent("t")) AS present, \(values.joined(separator: ", ")),
              1 AS \(shapeMark)
            FROM \(feedTable) f \(ReignText.join(scope)) LEFT JOIN \(source) t ON \(condition)
            WHERE \(ReignText.isNoDrift)
            """
    }

    /// The view of the rows alone: for counting and comparing.
    package var createTableView: String {
        let values = description.columns.enumerated().map { "t.\(MariaIdentifier.quoted($1.name)) AS c\($0)" }
        return """
            CREATE OR REPLACE ALGORITHM=MERGE DEFINER=\(Accounts.capture.quoted) SQL SECURITY DEFINER
            VIEW \(tableView) AS SELECT \(values.joined(separator: ", ")) FROM \(source) t
            """
    }

    /// The view of the rows with what the feed says of each: for repair.
    package var createRowsView: String {
        let values = description.columns.enumerated().map { "t.\(MariaIdentifier.quoted($1.name)) AS c\($0)" }
        return """
            CREATE OR REPLACE ALGORITHM=MERGE DEFINER=\(Accounts.capture.quoted) SQL SECURITY DEFINER
            VIEW \(rowsView) AS
            SELECT \(values.joined(separator: ", ")),
              f.position, \(ReignText.epoch) AS epoch, f.clock, f.node, f.seen, f.tombstone,
              \(ReignText.drift) AS drift, 1 AS \(shapeMark)
            FROM \(source) t LEFT JOIN \(feedTable) f ON \(reverseJoin) \(ReignText.join(scope))
            """
    }

    /// The condition that finds the entry, as `f`, of a row, as `t`, by the feed's primary key.
    var reverseJoin: String {
        zip(keyParts, keyValues(of: "t")).map { "f.\($0) = \($1)" }.joined(separator: " AND ")
    }

    /// Whether the row called `row` of an outer join is there.
    func isPresent(_ row: String) -> String {
        if let solid = description.columns.first(where: { !$0.isNullable }) {
            return "\(row).\(MariaIdentifier.quoted(solid.name)) IS NOT NULL"
        }
        let any = description.columns.map { "\(row).\(MariaIdentifier.quoted($0.name)) IS NOT NULL" }
        return "(\(any.joined(separator: " OR ")))"
    }

    /// The opposite, for entries in search of their row.
    func isAbsent(_ row: String) -> String { "NOT \(isPresent(row))" }
}
