import Vocabulary

/// The highest position of this node's own writes, in one statement over all feeds.
struct HeadProbe {
    let session: MariaSession
    let numbers: [UInt32]
    let mode: Mode

    func head(after position: FeedPosition) throws -> FeedPosition {
        guard !numbers.isEmpty else { return position }
        // Each is answered from the end of an index; a union would go through a temporary table.
        let parts = numbers.map {
            "IFNULL((SELECT MAX(position) FROM `comxfailover_node`.`feed_\($0)` "
                + "WHERE node = \(mode.number) AND position > ?), 0)"
        }
        let bound = CellValue.unsigned(position.rawValue)
        let rows = try session.query(
            "SELECT CAST(GREATEST(?, \(parts.joined(separator: ", "))) AS UNSIGNED) AS head",
            [bound] + numbers.map { _ in bound })
        return FeedPosition(rawValue: try rows.first?.unsigned("head") ?? position.rawValue)
    }
}
