/// The prepared statements of one connection: the least recently used one goes when the limit is reached.
struct StatementCache {
    /// Prepared statements kept per connection; each holds memory on the server.
    static let countMax = 128

    private var entries: [String: Entry] = [:]
    private var clock: UInt64 = 0

    private struct Entry {
        let statement: PreparedStatement
        var usedAt: UInt64
    }

    /// The statement for this text, if it is still prepared; it now counts as just used.
    mutating func statement(for sql: String) -> PreparedStatement? {
        clock += 1
        entries[sql]?.usedAt = clock
        return entries[sql]?.statement
    }

    /// Keeps a statement, and lets the least recently used one go where there are too many.
    mutating func keep(_ statement: PreparedStatement) {
        if entries.count >= Self.countMax, let oldest = entries.min(by: { $0.value.usedAt < $1.value.usedAt }) {
            entries[oldest.key] = nil
        }
        clock += 1
        entries[statement.sql] = Entry(statement: statement, usedAt: clock)
    }

    /// Lets one statement go.
    mutating func forget(_ sql: String) { entries[sql] = nil }

    /// Lets every statement go.
    mutating func forgetAll() { entries = [:] }

    /// How many are kept.
    var count: Int { entries.count }
}
