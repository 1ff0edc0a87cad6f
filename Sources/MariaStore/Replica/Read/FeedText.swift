import Ports
import ReplicaLogic
import Vocabulary

/// The questions asked of a table's views, the same on either node.
struct FeedText {
    let table: FeedTable
    /// False for the views of an earlier program, which do not tell their shape.
    var isMarked = true

    private var shape: TableShape { table.shape }
    private var valueList: String { shape.columns.indices.map { "c\($0)" }.joined(separator: ", ") }
    private var keyList: String { shape.keyIndices.indices.map { "k\($0)" }.joined(separator: ", ") }
    /// The key in terms of the rows view.
    var rowKey: KeyText { KeyText(columns: shape.keyIndices.map { "c\($0)" }) }
    private var feedKey: KeyText { KeyText(columns: shape.keyIndices.indices.map { "k\($0)" }) }

    private var entry: String {
        "SELECT position, epoch, clock, node, seen, tombstone, \(keyList), present, \(valueList) "
            + "FROM \(CaptureText.feedView(table.number))"
    }

    /// What only the view of that shape has.
    private var mark: String { isMarked ? "AND \(CaptureText.shapeMark(of: shape)) = 1 " : "" }

    /// The next entries above a position, oldest first, none beyond `last`.
    func batch(
        after position: FeedPosition, upTo last: FeedPosition?, limit: Int, origin: FeedOrigin
    ) -> (text: String, values: [CellValue]) {
        let (condition, values) = originCondition(origin)
        let end = last.map { [CellValue.unsigned($0.rawValue)] } ?? []
        return (
            "\(entry) WHERE position > ? \(condition) \(mark)\(end.isEmpty ? "" : "AND position <= ? ")"
                + "ORDER BY \(origin == .all ? "" : "node, ")position LIMIT \(limit)",
            [.unsigned(position.rawValue)] + values + end
        )
    }

    /// A line where any entry stands above a position.
    func anything(after position: FeedPosition, origin: FeedOrigin) -> (text: String, values: [CellValue]) {
        let (condition, values) = originCondition(origin)
        return (
            "SELECT 1 FROM \(CaptureText.feedView(table.number)) WHERE position > ? \(condition)",
            [.unsigned(position.rawValue)] + values
        )
    }

    /// The position of the last entry of a batch of everybody's writes: each node's stand in an order of their own.
    func lastOfBatch(after position: FeedPosition, limit: Int) -> (text: String, values: [CellValue]) {
        let parts = Mode.allCases.map { mode in
            "(SELECT position FROM \(CaptureText.feedView(table.number)) WHERE node IN (\(mode.number), 0) "
                + "AND position > ? ORDER BY node, position LIMIT \(limit))"
        }
        return (
            "\(parts.joined(separator: " UNION ALL ")) ORDER BY position LIMIT 1 OFFSET \(limit - 1)",
            parts.map { _ in .unsigned(position.rawValue) }
        )
    }

    func waiting(after position: FeedPosition, origin: FeedOrigin) -> (text: String, values: [CellValue]) {
        let (condition, values) = originCondition(origin)
        return (
            "SELECT COUNT(*) AS waiting FROM \(CaptureText.feedView(table.number)) WHERE position > ? \(condition)",
            [.unsigned(position.rawValue)] + values
        )
    }

    /// The entries under some keys that have no row.
    func entriesWithoutRow(under keys: [[CellValue]]) -> (text: String, values: [CellValue]) {
        let condition = feedKey.isOne(of: keys)
        return ("\(entry) WHERE \(condition.text) \(mark)AND NOT present", condition.values)
    }

    /// The rows under some keys, whether the feed knows them or not.
    func rows(under keys: [[CellValue]]) -> (text: String, values: [CellValue]) {
        let condition = rowKey.isOne(of: keys)
        return (
            "SELECT \(valueList), position, epoch, clock, node, seen, drift FROM \(CaptureText.rowsView(table.number)) "
                + "WHERE \(condition.text) \(mark)", condition.values
        )
    }

    /// - Parameter view: has the columns of the table, whatever else it has.
    func boundary(above lower: [CellValue]?, rows: Int, in view: String) -> (text: String, values: [CellValue]) {
        let condition = lower.map(rowKey.above)
        return (
            "SELECT \(rowKey.list) FROM \(view) "
                + "\(condition.map { "WHERE \($0.text) " } ?? "")ORDER BY \(rowKey.list) LIMIT 1 OFFSET \(rows - 1)",
            condition?.values ?? []
        )
    }

    /// - Parameter view: has the columns of the table, whatever else it has.
    func digest(columns: [String], in range: KeyRange, of view: String) -> (text: String, values: [CellValue]) {
        let condition = self.condition(range)
        return (
            "SELECT COUNT(*) AS count, BIT_XOR(\(checksum(columns))) AS checksum "
                + "FROM \(view) \(condition.text)", condition.values
        )
    }

    func rowDigests(columns: [String], in range: KeyRange) -> (text: String, values: [CellValue]) {
        let condition = self.condition(range)
        return (
            "SELECT \(rowKey.list), \(checksum(columns)) AS checksum, epoch, clock, node, seen, drift "
                + "FROM \(CaptureText.rowsView(table.number)) \(condition.text) ORDER BY \(rowKey.list)",
            condition.values
        )
    }

    private func condition(_ range: KeyRange) -> (text: String, values: [CellValue]) {
        let parts = [range.lower.map(rowKey.above), range.upper.map(rowKey.upTo)].compactMap { $0 }
        guard !parts.isEmpty else { return ("", []) }
        return ("WHERE " + parts.map(\.text).joined(separator: " AND "), parts.flatMap(\.values))
    }

    /// The entries of a node. None has the number 0; but with one number alone MariaDB takes the index by that number,
    /// and walks from its beginning to the position asked for.
    private func originCondition(_ origin: FeedOrigin) -> (String, [CellValue]) {
        switch origin {
        case .only(let node): ("AND node IN (?, 0)", [.unsigned(UInt64(node.number))])
        case .all: ("AND node IN (\(Mode.allCases.map { "\($0.number)" }.joined(separator: ", ")))", [])
        }
    }

    /// Sixty-four bits of an MD5 over the columns, each with its length, so that no two rows read alike.
    private func checksum(_ columns: [String]) -> String {
        let wanted = Set(columns.map { $0.lowercased() })
        let parts = shape.columns.enumerated()
            .filter { wanted.contains($1.name.lowercased()) }
            .sorted { $0.element.name.lowercased() < $1.element.name.lowercased() }
            .map { index, column in Self.comparable("c\(index)", column.kind) }
        return "CAST(CONV(LEFT(MD5(CONCAT(\(parts.joined(separator: ", ")))), 16), 16, 10) AS UNSIGNED)"
    }

    private static func comparable(_ name: String, _ kind: TableShape.Kind) -> String {
        let text =
            switch kind {
            case .number, .temporal: "CAST(\(name) AS CHAR CHARACTER SET utf8mb4)"
            case .float: "CAST(\(name) + 0e0 AS CHAR CHARACTER SET utf8mb4)"
            case .text: "MD5(CONVERT(\(name) USING utf8mb4))"
            case .binary: "MD5(\(name))"
            case .bit: "HEX(\(name))"
            }
        return "IFNULL(CONCAT(LENGTH(\(text)), ':', \(text)), 'N')"
    }
}
