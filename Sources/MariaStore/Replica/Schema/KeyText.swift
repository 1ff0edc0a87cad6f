import Vocabulary

/// Conditions over composite keys, written out column by column: MariaDB finds no index for a row comparison.
package struct KeyText: Sendable, Hashable {
    /// The key's columns as expressions.
    package let columns: [String]

    package init(columns: [String]) { self.columns = columns }

    package var list: String { columns.joined(separator: ", ") }

    /// `key > bound` or `key <= bound`, in the order of the key, NULL before everything, with the values to bind.
    package func above(_ bound: [CellValue]) -> (text: String, values: [CellValue]) {
        comparison(bound) { column, value, _ in value == .null ? "\(column) IS NOT NULL" : "\(column) > ?" }
    }

    package func upTo(_ bound: [CellValue]) -> (text: String, values: [CellValue]) {
        comparison(bound) { column, value, isLast in
            guard value != .null else { return isLast ? "\(column) IS NULL" : "FALSE" }
            return "(\(column) \(isLast ? "<=" : "<") ? OR \(column) IS NULL)"
        }
    }

    private func comparison(
        _ bound: [CellValue], _ beyond: (_ column: String, _ value: CellValue, _ isLast: Bool) -> String
    ) -> (text: String, values: [CellValue]) {
        var alternatives: [String] = []
        var values: [CellValue] = []
        for length in 1...columns.count {
            let equal = zip(columns, bound).prefix(length - 1).map { $1 == .null ? "\($0) IS NULL" : "\($0) = ?" }
            let last = beyond(columns[length - 1], bound[length - 1], length == columns.count)
            alternatives.append((equal + [last]).joined(separator: " AND "))
            values += bound.prefix(length).filter { $0 != .null }
        }
        return ("(" + alternatives.joined(separator: " OR ") + ")", values)
    }

    /// `key` is one of `keys`, NULL being equal to NULL.
    package func isOne(of keys: [[CellValue]]) -> (text: String, values: [CellValue]) {
        let isPlain = columns.count == 1 && !keys.contains { $0.contains(.null) }
        if isPlain {
            let marks = Array(repeating: "?", count: keys.count).joined(separator: ", ")
            return ("\(columns[0]) IN (\(marks))", keys.flatMap { $0 })
        }
        let one = "(" + columns.map { "\($0) <=> ?" }.joined(separator: " AND ") + ")"
        let all = Array(repeating: one, count: keys.count).joined(separator: " OR ")
        return ("(\(all))", keys.flatMap { $0 })
    }
}
