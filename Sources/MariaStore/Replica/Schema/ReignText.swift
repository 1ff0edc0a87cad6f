/// How an entry that a trigger wrote finds its epoch, and whether it is drift: by the reign its position was drawn in.
///
/// An entry is called `f`, its reign `g`. Entries that carry both themselves, such as those of the applier, keep them.
enum ReignText {
    /// The end of a reign that goes on.
    static let open = "18446744073709551615"

    static let epoch = "IFNULL(f.epoch, g.epoch)"
    static let drift = "IFNULL(f.drift, g.drift)"
    /// What ships. An entry whose reign is missing is shipped without an epoch, which the reader refuses by name: it is
    /// not passed over.
    static let isNoDrift = "IFNULL(\(drift), 0) = 0"

    /// Joins each entry that needs it to its reign; an outer join, so that none vanishes where a reign is missing.
    static func join(_ scope: ScopeRow) -> String { join(scope: "\(scope.rawValue)") }

    static func join(scope: String) -> String {
        "LEFT JOIN comxfailover_node.scope_reign g ON f.epoch IS NULL AND g.scope = \(scope) "
            + "AND g.after_position < f.position AND f.position <= g.until_position"
    }
}
