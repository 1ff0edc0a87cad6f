/// The schemas of a node's database.
package enum Schemas {
    /// The hotel: extensions, rooms, stays, wake-ups, call records. Its tables are copied.
    package static let hotel = "comxfailover"
    /// The node's own books: feed, cursors, migrations. Never copied.
    package static let node = "comxfailover_node"
    /// Views for the peer's eyes, and nothing else.
    package static let feed = "comxfailover_feed"

    /// Makes the schemas that are missing. Names in `node` and `feed` are compared byte by byte.
    package static func create(on session: MariaSession) throws(MariaError) {
        try create(hotel, collation: "utf8mb4_unicode_ci", on: session)
        try create(node, collation: "utf8mb4_bin", on: session)
        try create(feed, collation: "utf8mb4_bin", on: session)
    }

    private static func create(_ name: String, collation: String, on session: MariaSession) throws(MariaError) {
        let quoted = MariaIdentifier.quoted(name)
        try session.script("CREATE DATABASE IF NOT EXISTS \(quoted) CHARACTER SET utf8mb4 COLLATE \(collation)")
    }
}
