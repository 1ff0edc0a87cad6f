import Ports
import ReplicaLogic
import Vocabulary

/// Reads a node's feed through its views, on one session.
struct FeedReader {
    let session: MariaSession

    func incarnation() throws -> Incarnation {
        let rows = try session.query("SELECT incarnation FROM comxfailover_feed.life")
        guard let row = rows.first else { throw MariaError(number: 1146, message: "the feed has not been made yet") }
        return Incarnation(rawValue: try row.unsigned("incarnation"))
    }

    func formerLives() throws -> Set<Incarnation> {
        Set(
            try session.query("SELECT incarnation FROM comxfailover_feed.lives").map {
                Incarnation(rawValue: try $0.unsigned("incarnation"))
            })
    }

    func cursors() throws -> [TableName: FeedMemory] {
        var cursors: [TableName: FeedMemory] = [:]
        for row in try session.query(
            "SELECT schema_name, table_name, incarnation, position FROM comxfailover_feed.cursors")
        {
            let table = TableName(schema: try row.text("schema_name"), name: try row.text("table_name"))
            cursors[table] = FeedMemory(
                incarnation: Incarnation(rawValue: try row.unsigned("incarnation")),
                head: FeedPosition(rawValue: try row.unsigned("position")))
        }
        return cursors
    }

    func reach() throws -> FeedReach { try opening(newsIn: [], origin: .all).reach }

    /// The feed's reach, and which tables hold entries above a position, in one question.
    func opening(
        newsIn tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) throws -> SnapshotOpening {
        let questions = tables.map { FeedText(table: $0.table).anything(after: $0.after, origin: origin) }
        let answers = questions.enumerated().map { ", EXISTS (\($1.text)) AS news_\($0)" }
        let rows = try session.query(
            """
            SELECT l.incarnation, l.restoring, r.reserved, m.incarnation AS remembered_life, m.head AS remembered_head,
              g.after_position, g.drawn, g.until_position\(answers.joined())
            FROM comxfailover_feed.life l JOIN comxfailover_feed.reach r
              LEFT JOIN comxfailover_feed.memory m ON TRUE LEFT JOIN comxfailover_feed.gaps g ON TRUE
            """, questions.flatMap(\.values))
        guard let life = rows.first else { throw MariaError(number: 1146, message: "the feed has not been made yet") }
        let remembered = try life.optionalUnsigned("remembered_life").map { incarnation in
            FeedMemory(
                incarnation: Incarnation(rawValue: incarnation),
                head: FeedPosition(rawValue: try life.unsigned("remembered_head")))
        }
        let news = try tables.indices.filter { try rows.first?.bool("news_\($0)") ?? false }
        return SnapshotOpening(
            incarnation: Incarnation(rawValue: try life.unsigned("incarnation")), reach: try reach(in: rows),
            remembered: remembered, news: Set(news.map { tables[$0].table.table }))
    }

    private func reach(in rows: [MariaRow]) throws -> FeedReach {
        FeedReach(
            reserved: FeedPosition(rawValue: UInt64(clamping: try rows.first?.integer("reserved") ?? 0)),
            gaps: try rows.compactMap { row in
                guard row["until_position"] != .null else { return nil }
                return try FeedLifeTable.gap(row)
            },
            isRestoring: try rows.first?.bool("restoring") ?? false)
    }

    func catalogue() throws -> [FeedTable] {
        var columns: [UInt32: [(column: TableShape.Column, place: Int?)]] = [:]
        for row in try session.query(
            """
            SELECT number, name, kind, nullable, key_ordinal FROM comxfailover_feed.columns ORDER BY number, ordinal
            """)
        {
            // A family that only a newer program knows: the values travel all the same.
            let kind = TableShape.Kind(rawValue: try row.text("kind")) ?? .text
            let column = TableShape.Column(
                name: try row.text("name"), kind: kind, isNullable: try row.bool("nullable"))
            let place = try row.optionalUnsigned("key_ordinal").map(Int.init)
            columns[UInt32(try row.unsigned("number")), default: []].append((column, place))
        }
        return try session.query(
            "SELECT number, schema_name, table_name, item, horizon FROM comxfailover_feed.tables ORDER BY number"
        ).compactMap { row in
            let number = UInt32(try row.unsigned("number"))
            let described = columns[number] ?? []
            let keyIndices = described.enumerated()
                .compactMap { index, entry in entry.place.map { ($0, index) } }
                .sorted { $0.0 < $1.0 }.map(\.1)
            guard let item = ItemName(try row.text("item")), !keyIndices.isEmpty else { return nil }
            return FeedTable(
                number: number, item: item,
                shape: TableShape(
                    table: TableName(schema: try row.text("schema_name"), name: try row.text("table_name")),
                    columns: described.map(\.column), keyIndices: keyIndices),
                horizon: FeedPosition(rawValue: try row.unsigned("horizon")))
        }
    }

    func batch(
        of table: FeedTable, after position: FeedPosition, limit: Int, origin: FeedOrigin
    ) throws -> FeedBatch {
        var rows: [FeedRow] = []
        rows.reserveCapacity(min(limit, 1_024))
        var weight = BatchWeight()
        var isCut: Bool
        do {
            repeat {
                isCut = try read(
                    min(weight.step, limit - rows.count), of: table, after: rows.last?.position ?? position,
                    origin: origin, into: &rows, &weight)
                weight.stepped()
            } while isCut && rows.count < limit
        } catch is BatchWeight.Full {
            isCut = true
        }
        return FeedBatch(rows: rows, isCut: isCut)
    }

    /// Adds the next `limit` entries to `rows`; whether there are more.
    private func read(
        _ limit: Int, of table: FeedTable, after position: FeedPosition, origin: FeedOrigin, into rows: inout [FeedRow],
        _ weight: inout BatchWeight
    ) throws -> Bool {
        let last = try lastOfBatch(of: table, after: position, limit: limit + 1, origin: origin)
        let entry = EntryDecoder(shape: table.shape)
        let end = rows.count + limit
        try asking(table) { text in
            let question = text.batch(after: position, upTo: last, limit: limit + 1, origin: origin)
            try session.forEachRow(question.text, question.values) { row in
                rows.append(try entry.row(row.values))
                try weight.add(row.values)
            }
        }
        guard rows.count > end else { return false }
        // Two rows under one key share an entry; they stay together, so that the reader sees that they are two.
        if rows[end].position != rows[end - 1].position { rows.removeLast() }
        return true
    }

    /// Where a batch of everybody's writes ends; nil where nothing need be known of that.
    private func lastOfBatch(
        of table: FeedTable, after position: FeedPosition, limit: Int, origin: FeedOrigin
    ) throws -> FeedPosition? {
        guard origin == .all else { return nil }
        let question = FeedText(table: table).lastOfBatch(after: position, limit: limit)
        return FeedPosition(
            rawValue: try session.query(question.text, question.values).first?.unsigned("position") ?? .max)
    }

    func news(in tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin) throws -> Set<TableName> {
        guard !tables.isEmpty else { return [] }
        return try opening(newsIn: tables, origin: origin).news
    }

    func waiting(in table: FeedTable, after position: FeedPosition, origin: FeedOrigin) throws -> UInt64 {
        let question = FeedText(table: table).waiting(after: position, origin: origin)
        return try session.query(question.text, question.values).first?.unsigned("waiting") ?? 0
    }

    func boundary(of table: FeedTable, above lower: [CellValue]?, rows: Int) throws -> [CellValue]? {
        try ask(table) { FeedText(table: table).boundary(above: lower, rows: rows, in: $0) }?.values
    }

    func digest(of table: FeedTable, columns: [String], in range: KeyRange) throws -> RangeDigest {
        guard let row = try ask(table, { FeedText(table: table).digest(columns: columns, in: range, of: $0) }) else {
            return RangeDigest(rows: 0, checksum: 0)
        }
        return RangeDigest(rows: try row.unsigned("count"), checksum: try row.unsigned("checksum"))
    }

    func rowDigests(of table: FeedTable, columns: [String], in range: KeyRange) throws -> [RowDigest] {
        let question = FeedText(table: table).rowDigests(columns: columns, in: range)
        let keys = table.shape.keyIndices.count
        return try session.query(question.text, question.values).map { row in
            RowDigest(
                key: Array(row.values.prefix(keys)), checksum: try row.unsigned("checksum"),
                stamp: try Self.optionalStamp(row))
        }
    }

    /// The state of some keys: rows with their images, and tombstones.
    func rows(of table: FeedTable, keys: [[CellValue]]) throws -> [FeedRow] {
        var found: [FeedRow] = []
        var rest = keys
        while !rest.isEmpty {
            let portion = try portion(of: table, keys: rest)
            found += portion.rows
            rest = portion.rest
        }
        return found
    }

    /// The state of as many of the keys as fit into memory together.
    func portion(of table: FeedTable, keys: [[CellValue]]) throws -> RowPortion {
        try asking(table) { try portion(of: table, keys: keys, by: $0) }
    }

    private func portion(of table: FeedTable, keys: [[CellValue]], by text: FeedText) throws -> RowPortion {
        let entry = EntryDecoder(shape: table.shape)
        let width = table.shape.columns.count
        var steps = KeyedSteps(keys)
        var weight = BatchWeight()
        var found: [FeedRow] = []
        while !steps.rest.isEmpty, !weight.isFull {
            let done = try steps.next(
                on: session, weight: &weight, question: text.rows(under:),
                key: { row in table.shape.keyIndices.map { row[$0] } },
                { row in
                    let image = Array(row.values.prefix(width))
                    found.append(
                        FeedRow(
                            position: FeedPosition(rawValue: try row.optionalUnsigned("position") ?? 0),
                            stamp: try Self.optionalStamp(row)
                                ?? RowStamp(
                                    version: Version(epoch: Epoch(rawValue: 0), clock: 0, node: .primary), seen: 0),
                            key: table.shape.keyIndices.map { image[$0] }, image: image))
                })
            guard !done.isEmpty else { continue }
            let buried = text.entriesWithoutRow(under: done)
            found += try session.query(buried.text, buried.values).map { try entry.row($0.values) }
        }
        return RowPortion(rows: found, rest: steps.rest)
    }

    func estimatedRows(of table: FeedTable) throws -> UInt64 {
        try ask(table) { ("SELECT COUNT(*) AS count FROM \($0)", []) }?.unsigned("count") ?? 0
    }

    /// Asks for values by their places, of the shape that was announced and no other. The node of an earlier program
    /// does not tell the shape, and is asked without.
    private func asking<T>(_ table: FeedTable, _ question: (FeedText) throws -> T) throws -> T {
        do {
            return try question(FeedText(table: table))
        } catch let error as MariaError where error.isUnknownColumn {
            guard try !isMarked(table) else { throw error }
            return try question(FeedText(table: table, isMarked: false))
        }
    }

    private func isMarked(_ table: FeedTable) throws -> Bool {
        try !session.query(
            """
            SELECT 1 FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME LIKE ?
            """,
            [
                .text(Schemas.feed), .text("feed_\(table.number)"),
                .text(CaptureText.shapeMarkStart.replacing("_", with: "\\_") + "%"),
            ]
        ).isEmpty
    }

    /// Asks the view of the rows alone; the node of an earlier program has none, and is asked another way.
    private func ask(
        _ table: FeedTable, _ question: (_ view: String) -> (text: String, values: [CellValue])
    ) throws -> MariaRow? {
        let plain = question(CaptureText.tableView(table.number))
        do {
            return try session.query(plain.text, plain.values).first
        } catch {
            guard error.number == Self.noSuchTable else { throw error }
            let whole = question(CaptureText.rowsView(table.number))
            return try session.query(whole.text, whole.values).first
        }
    }

    private static let noSuchTable: UInt32 = 1146

    private static func optionalStamp(_ row: MariaRow) throws -> RowStamp? {
        guard let number = try row.optionalUnsigned("node"), let node = Mode(number: UInt8(number)) else { return nil }
        return RowStamp(
            version: Version(
                epoch: Epoch(rawValue: try row.unsigned("epoch")), clock: try row.unsigned("clock"), node: node),
            seen: try row.unsigned("seen"), isDrift: try row.bool("drift"))
    }
}
