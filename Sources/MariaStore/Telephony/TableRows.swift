import Vocabulary

/// The rows that one table should have, as a configuration wants them.
struct TableRows {
    /// Schema and name, in words of our own.
    let table: String
    /// The key's columns first.
    let columns: [String]
    let keyCount: Int
    /// Nothing refers to its rows: a changed row is taken away and put in again, so that rows may swap what is unique.
    let isChild: Bool
    /// A column that takes the moment of each change, UTC.
    let stamp: String?
    let rows: [[MariaValue]]

    init(
        _ table: String, key: [String], _ others: [String], isChild: Bool = false, stamp: String? = nil,
        rows: [[MariaValue]]
    ) {
        self.table = table
        columns = key + others
        keyCount = key.count
        self.isChild = isChild
        self.stamp = stamp
        self.rows = rows
        precondition(rows.allSatisfy { $0.count == columns.count }, "rows and columns of \(table) differ")
    }

    private var byKey: [[MariaValue]: [MariaValue]] {
        Dictionary(uniqueKeysWithValues: rows.map { (Array($0.prefix(keyCount)), $0) })
    }

    /// What turns the table of `former` into this one.
    func difference(from former: TableRows) -> Difference {
        let before = former.byKey
        let after = byKey
        var difference = Difference(rows: self)
        for row in former.rows {
            let key = Array(row.prefix(keyCount))
            guard let now = after[key] else {
                difference.gone.append(key)
                continue
            }
            if isChild, now != row { difference.gone.append(key) }
        }
        for row in rows {
            let old = before[Array(row.prefix(keyCount))]
            if old == nil || (isChild && old != row) {
                difference.fresh.append(row)
            } else if old != row {
                difference.changed.append(row)
            }
        }
        return difference
    }

    /// Rows to take away, to put in and to change.
    struct Difference {
        private static let moment = "UTC_TIMESTAMP(6)"

        let rows: TableRows
        var gone: [[MariaValue]] = []
        var fresh: [[MariaValue]] = []
        var changed: [[MariaValue]] = []

        func takeAway(on session: MariaSession) throws {
            let condition = rows.columns.prefix(rows.keyCount).map { "\($0) = ?" }.joined(separator: " AND ")
            for key in gone { try session.execute("DELETE FROM \(rows.table) WHERE \(condition)", key) }
        }

        func putIn(on session: MariaSession) throws {
            let stamp = rows.stamp.map { [$0] } ?? []
            let names = (rows.columns + stamp).joined(separator: ", ")
            let marks = (rows.columns.map { _ in "?" } + stamp.map { _ in Self.moment }).joined(separator: ", ")
            for row in fresh { try session.execute("INSERT INTO \(rows.table) (\(names)) VALUES (\(marks))", row) }
        }

        func change(on session: MariaSession) throws {
            let stamp = rows.stamp.map { ["\($0) = \(Self.moment)"] } ?? []
            let values = (rows.columns.dropFirst(rows.keyCount).map { "\($0) = ?" } + stamp).joined(separator: ", ")
            let condition = rows.columns.prefix(rows.keyCount).map { "\($0) = ?" }.joined(separator: " AND ")
            for row in changed {
                let bindings = Array(row.dropFirst(rows.keyCount)) + row.prefix(rows.keyCount)
                try session.execute("UPDATE \(rows.table) SET \(values) WHERE \(condition)", bindings)
            }
        }
    }
}
