/// A table of a MariaDB server: schema and name, each at most 64 characters.
package struct TableName: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// MariaDB's own limit for an identifier.
    package static let lengthMax = 64

    package let schema: String
    package let name: String

    package init(schema: String, name: String) {
        self.schema = schema
        self.name = name
    }

    /// Reads `schema.table`; nil without exactly one dot, or with an empty or overlong part.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let sound = parts.allSatisfy { (1...Self.lengthMax).contains($0.unicodeScalars.count) && !$0.contains("\0") }
        guard sound else { return nil }
        self.init(schema: String(parts[0]), name: String(parts[1]))
    }

    package var description: String { "\(schema).\(name)" }

    package static func < (left: TableName, right: TableName) -> Bool {
        (left.schema, left.name) < (right.schema, right.name)
    }
}
