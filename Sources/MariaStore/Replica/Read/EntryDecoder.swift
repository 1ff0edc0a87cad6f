import ReplicaLogic
import Vocabulary

/// Turns one line of a feed view into a value: position, stamp, key, presence, image, in this order.
struct EntryDecoder {
    /// Position, epoch, clock, node, seen, tombstone.
    private static let stampColumns = 6

    let shape: TableShape

    func row(_ values: [CellValue]) throws -> FeedRow {
        let keys = shape.keyIndices.count
        let imageStart = Self.stampColumns + keys + 1
        guard values.count == imageStart + shape.columns.count, let node = Mode(number: UInt8(try number(values[3])))
        else { throw MariaError(number: 1356, message: "the feed of \(shape.table) has another shape than announced") }
        let isTombstone = try number(values[5]) != 0
        let isPresent = try number(values[imageStart - 1]) != 0
        return FeedRow(
            position: FeedPosition(rawValue: try number(values[0])),
            stamp: RowStamp(
                version: Version(
                    epoch: Epoch(rawValue: try number(values[1])), clock: try number(values[2]), node: node),
                seen: try number(values[4]), isTombstone: isTombstone),
            key: Array(values[Self.stampColumns..<(Self.stampColumns + keys)]),
            image: isPresent && !isTombstone ? Array(values[imageStart...]) : nil)
    }

    private func number(_ value: CellValue) throws -> UInt64 {
        switch value {
        case .unsigned(let number): return number
        case .integer(let number) where number >= 0: return UInt64(number)
        case .null, .integer, .double, .text, .bytes:
            throw MariaError(number: 1366, message: "the feed of \(shape.table) holds \(value) where a number belongs")
        }
    }
}
