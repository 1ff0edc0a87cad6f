/// A family of Asterisk's own database that is copied: `DND`, `AMPUSER`, `AMPUSER/201`.
///
/// Its rows stand in a table of their own, an ordinary one of the copy, whose name tells the family. A family that says
/// something about one server alone is none of these.
package struct AsteriskFamily: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// What the name of its table begins with.
    package static let tablePrefix = "astdb:"
    /// The table's name has to fit.
    package static let lengthMax = TableName.lengthMax - tablePrefix.utf8.count
    /// The schema of the tables.
    package static let schema = "comxfailover"

    package let description: String

    package init(_ text: String) throws(AsteriskFamilyFault) {
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        let isName =
            text.isMade(of: 1...Self.lengthMax) { $0.isLetterOrDigit || $0 == "-" || $0 == "_" || $0 == "/" }
            && steps.allSatisfy { !$0.isEmpty }
        guard isName else { throw .notAFamily(text) }
        // Asterisk tells families apart by case; a person who writes `Registrar` means the same nevertheless.
        let first = steps[0].lowercased()
        if let reason = Self.nodeLocal[first] { throw .belongsToOneServer(text, reason) }
        description = text
    }

    /// The family whose rows a table holds; nil where it is another table.
    package init?(table: TableName) {
        guard table.schema == Self.schema, table.name.hasPrefix(Self.tablePrefix),
            let family = try? AsteriskFamily(String(table.name.dropFirst(Self.tablePrefix.count)))
        else { return nil }
        self = family
    }

    /// The table that holds its rows.
    package var table: TableName { TableName(schema: Self.schema, name: Self.tablePrefix + description) }

    /// Whether one of the two lies within the other, or both are one.
    package func overlaps(_ other: AsteriskFamily) -> Bool {
        self == other || description.hasPrefix(other.description + "/")
            || other.description.hasPrefix(description + "/")
    }

    package static func < (left: AsteriskFamily, right: AsteriskFamily) -> Bool {
        left.description < right.description
    }

    /// First steps of families that are never copied, and why.
    private static let nodeLocal: [String: String] = [
        "registrar": "it holds the phones that registered at this very server",
        "subscription_persistence": "it holds the lamps that phones subscribed to at this very server",
        "sip": "it holds the phones that registered at this very server",
        "iax": "it holds the phones that registered at this very server",
        "pbx": "it holds the identity of this very server, and what is parked there",
        "dundi": "it holds the keys of this very server",
        "cidname": "it is a cache of names, which every server fills by itself",
        "calltrace": "it holds the last caller of a phone, which every server notes by itself",
        "blkvm": "it holds calls that are under way on this very server",
        "queue": "Asterisk reads it only when it starts",
        "room": "the node keeps it from the guests' data, which is copied already",
        "staff": "the node keeps it from the personal settings, which are copied already",
        "forward": "the node keeps it from the personal settings, which are copied already",
        "daemon": "it says whether this very node's daemon is alive",
        "owner": "it says what this very node believes",
        "emergency": "it holds the last call for help on this very server",
        "comxfailover": "it holds the marks by which the copy knows this very server",
    ]
}
