import Vocabulary

/// The highest position of this node's own writes, in one statement over all feeds.
struct HeadProbe {
    let session: MariaSession
    let numbers: [UInt32]

    func head(after position: FeedPosition) throws -> FeedPosition {
        guard !numbers.isEmpty else { return position }
        let parts = numbers.map {
            "SELECT MAX(f.position) AS head FROM `comxfailover_node`.`feed_\($0)` f "
                + "JOIN comxfailover_node.scope_role r ON r.scope = 3 AND r.self = f.node WHERE f.position > ?"
        }
        let text = "SELECT MAX(h.head) AS head FROM (\(parts.joined(separator: " UNION ALL "))) h"
        let rows = try session.query(text, numbers.map { _ in .unsigned(position.rawValue) })
        return FeedPosition(rawValue: try rows.first?.optionalUnsigned("head") ?? position.rawValue)
    }
}
