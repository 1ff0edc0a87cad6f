import Vocabulary

/// What no item may ever name, whatever a feed or an operator says: the receiver checks by itself.
///
/// Identity, secrets, roles and the machinery of the copy belong to one node; copying them makes one node into
/// the other and takes the pair down.
package enum NeverCopied {
    /// Schemas of the server and of the copy itself.
    package static let schemas: Set<String> = [
        "mysql", "sys", "information_schema", "performance_schema", "comxfailover_node", "comxfailover_feed",
    ]

    /// Whether `table` must not be copied.
    package static func includes(_ table: TableName) -> Bool {
        schemas.contains(table.schema.lowercased())
    }
}
