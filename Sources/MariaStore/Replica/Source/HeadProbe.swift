import Ports
import Vocabulary

/// The highest positions of this node's own writes, in one statement over its feeds.
struct HeadProbe {
    let session: MariaSession
    let numbers: [UInt32]
    let mode: Mode

    func news(after position: FeedPosition) throws -> FeedNews {
        guard !numbers.isEmpty else { return FeedNews(heads: [:]) }
        // Each is answered from the end of an index; a union would go through a temporary table.
        let parts = numbers.map {
            "(SELECT MAX(position) FROM `comxfailover_node`.`feed_\($0)` "
                + "WHERE node = \(mode.number) AND position > ?) AS head_\($0)"
        }
        let bound = CellValue.unsigned(position.rawValue)
        let row = try session.query("SELECT \(parts.joined(separator: ", "))", numbers.map { _ in bound }).first
        var heads: [UInt32: FeedPosition] = [:]
        for number in numbers {
            heads[number] = try row?.optionalUnsigned("head_\(number)").map(FeedPosition.init(rawValue:))
        }
        return FeedNews(heads: heads)
    }
}
