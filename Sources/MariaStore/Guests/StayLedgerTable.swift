import HotelLogic
import Ports
import Vocabulary

/// The ledger of stays: who changed what, and what became of the voicemail. Rows are added with keys of this node's
/// own, and never changed.
struct StayLedgerTable {
    private static let name = "comxfailover.stay_event"

    let session: MariaSession

    /// Adds what a decision changed; within its transaction.
    ///
    /// - Returns: the number of the first line; nil where there was nothing to add.
    func append(_ decision: StayDecision, over reading: GuestReading, by author: Author, at moment: WallTime) throws
        -> UInt64?
    {
        // A box that is emptied though nothing else changes does not exist: every stay that ends is a change.
        let rows = StayLine.lines(of: decision, over: reading.house)
        guard !rows.isEmpty else { return nil }
        guard let place = try LedgerPlace(in: Self.name, of: reading.node, on: session) else {
            throw GuestFailure.unready(words: "the database is being made ready")
        }
        let columns =
            ["node", "incarnation", "sequence"] + StayLine.columns + ["epoch", "source", "actor", "happened_at"]
        let marks = columns.dropLast().map { _ in "?" } + [MariaValue.momentPlace]
        try session.executeBulk(
            "INSERT INTO \(Self.name) (\(columns.joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))",
            rows: rows.enumerated().map { index, row in
                [
                    .unsigned(UInt64(reading.node.number)), .unsigned(place.life.rawValue),
                    .unsigned(place.first + UInt64(index)),
                ]
                    + row.values + [
                        .unsigned(reading.epoch.rawValue), .text(author.way.rawValue), .optional(author.name),
                        .moment(moment),
                    ]
            })
        return place.first
    }

    /// The newest lines; one that a newer program wrote, and that is none here, is left out.
    func newest(_ query: StayHistoryQuery) throws -> [StayRecord] {
        let room = query.room.map { MariaValue.text($0.description) }
        let columns = (["node"] + StayLine.columns + ["source", "actor"]).joined(separator: ", ")
        return try session.query(
            """
            SELECT \(columns), \(MariaValue.momentColumn("happened_at")) FROM \(Self.name) line
            \(room == nil ? "" : "WHERE room = ? OR former_room = ?")
            ORDER BY line.happened_at DESC, node DESC, incarnation DESC, sequence DESC LIMIT \(query.limit)
            """, room.map { [$0, $0] } ?? []
        ).compactMap { try? StayRecord($0) }
    }

    // MARK: Boxes

    /// What this node has not done yet with voicemail boxes, the oldest first. The lines of one node and life come in
    /// the order of their numbers, whatever its clock said.
    func boxOrders(limit: Int) throws -> [BoxOrder] {
        try session.query(
            """
            SELECT line.node, line.incarnation, line.sequence, line.box, line.target_box,
              \(MariaValue.momentColumn("happened_at"))
            \(Self.waitingOrders)
            ORDER BY MAX(line.happened_at) OVER (
                PARTITION BY line.node, line.incarnation ORDER BY line.sequence
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
              line.node, line.incarnation, line.sequence
            LIMIT \(limit)
            """
        ).compactMap { row in
            guard let node = Mode(number: UInt8(clamping: try row.unsigned("node"))),
                let box = try? ExtensionNumber(try row.text("box"))
            else { return nil }
            let target = try row.optionalText("target_box").flatMap { try? ExtensionNumber($0) }
            return BoxOrder(
                node: node, incarnation: Incarnation(rawValue: try row.unsigned("incarnation")),
                sequence: try row.unsigned("sequence"), box: box, target: target, at: try row.moment("happened_at"))
        }
    }

    private static let waitingOrders = """
        FROM \(name) line
          LEFT JOIN comxfailover_node.box_order done
            ON done.node = line.node AND done.incarnation = line.incarnation
          LEFT JOIN comxfailover_node.box_order_ahead ahead
            ON ahead.node = line.node AND ahead.incarnation = line.incarnation AND ahead.sequence = line.sequence
        WHERE line.box IS NOT NULL AND line.sequence > COALESCE(done.sequence, 0) AND ahead.sequence IS NULL
        """

    /// Remembers that an order was carried out: by itself while one before it, of its node and life, still waits, and
    /// else by the number up to which all were; within a transaction.
    func carriedOut(_ order: BoxOrder) throws {
        let life: [MariaValue] = [
            .unsigned(UInt64(order.node.number)), .unsigned(order.incarnation.rawValue),
        ]
        try session.execute(
            "INSERT IGNORE INTO comxfailover_node.box_order_ahead (node, incarnation, sequence) VALUES (?, ?, ?)",
            life + [.unsigned(order.sequence)])
        let waiting = try session.query(
            "SELECT MIN(line.sequence) AS first \(Self.waitingOrders) AND line.node = ? AND line.incarnation = ?", life
        ).first?.optionalUnsigned("first")
        let before = MariaValue.unsigned(waiting ?? .max)
        try session.execute(
            """
            INSERT INTO comxfailover_node.box_order (node, incarnation, sequence)
              SELECT node, incarnation, MAX(sequence) FROM comxfailover_node.box_order_ahead
              WHERE node = ? AND incarnation = ? AND sequence < ? GROUP BY node, incarnation
            ON DUPLICATE KEY UPDATE sequence = GREATEST(box_order.sequence, VALUES(sequence))
            """, life + [before])
        try session.execute(
            "DELETE FROM comxfailover_node.box_order_ahead WHERE node = ? AND incarnation = ? AND sequence < ?",
            life + [before])
    }

    /// The first phones of the rooms whose lamp is lit.
    func lamps() throws -> Set<ExtensionNumber> {
        let rows = try session.query(
            """
            SELECT phone.extension FROM comxfailover.room_message_lamp lamp
              JOIN comxfailover.room_extension phone ON phone.room = lamp.room AND phone.place = 1
            WHERE lamp.is_on
            """)
        return Set(rows.compactMap { try? ExtensionNumber(try $0.text("extension")) })
    }
}
