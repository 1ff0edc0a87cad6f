import Vocabulary

/// Array binding: one statement, many rows of values, one round trip.
extension MariaSession {
    /// The most bytes of values sent at once; less where the server's `max_allowed_packet` is small.
    package static let bulkBytesMax = 8 << 20
    /// The most rows sent at once.
    package static let bulkRowsMax = 100_000
    /// What a value takes on the wire beside its own bytes, at most.
    private static let valueOverhead = 10

    /// Runs the statement once for every row, in as few round trips as the size limit allows.
    ///
    /// Each column travels in one kind, decided from its values; mixed kinds travel as strings. An INSERT of one
    /// round trip is atomic; call it in a transaction where all of it must be. An empty list does nothing.
    @discardableResult
    package func executeBulk(_ sql: String, rows: [[MariaValue]]) throws(MariaError) -> MariaOutcome {
        var total = MariaOutcome()
        guard let width = rows.first?.count else { return total }
        let kinds = try columnKinds(of: rows, width: width, sql)
        let limit = try bulkByteLimit()
        var start = rows.startIndex
        while start < rows.endIndex {
            let end = Self.endOfRun(rows, from: start, limit: limit)
            total.add(try execute(sql, BulkBlock(rows[start..<end], kinds: kinds)))
            start = end
        }
        return total
    }

    private func execute(_ sql: String, _ block: BulkBlock) throws(MariaError) -> MariaOutcome {
        try prepared(sql) { (statement) throws(MariaError) in
            try statement.execute(block)
            let outcome = statement.outcome
            statement.discardResults()
            return outcome
        }
    }

    private func columnKinds(
        of rows: [[MariaValue]], width: Int, _ sql: String
    ) throws(MariaError) -> [BulkKind] {
        var kinds = [BulkKind](repeating: .undecided, count: width)
        for row in rows {
            guard row.count == width else {
                throw MariaError(
                    number: 2034, message: "a row of \(row.count) values among rows of \(width)", statement: sql)
            }
            for column in 0..<width { kinds[column] = kinds[column].joined(with: row[column]) }
        }
        return kinds
    }

    /// The server's own limit is asked for once per connection.
    private func bulkByteLimit() throws(MariaError) -> Int {
        if let bulkBytes { return bulkBytes }
        let rows = try query("SELECT @@max_allowed_packet AS bytes")
        let packet = Int(clamping: (try? rows.first?.unsigned("bytes")) ?? UInt64(Self.bulkBytesMax))
        let limit = min(Self.bulkBytesMax, packet / 4 * 3)
        bulkBytes = limit
        return limit
    }

    /// The end of the longest run of rows from `start` that stays below the limits; at least one row.
    private static func endOfRun(_ rows: [[MariaValue]], from start: Int, limit: Int) -> Int {
        var bytes = 0
        var end = start
        while end < rows.endIndex, end - start < bulkRowsMax {
            bytes += rows[end].reduce(0) { $0 + $1.stringBytes + valueOverhead }
            if bytes > limit, end > start { break }
            end += 1
        }
        return end
    }
}

extension MariaOutcome {
    fileprivate mutating func add(_ other: MariaOutcome) {
        affectedRows += other.affectedRows
        warningCount += other.warningCount
        if lastInsertID == 0 { lastInsertID = other.lastInsertID }
    }
}
