import Vocabulary

/// Moments as the tables of calls hold them: DATETIME(6) in UTC, whatever the session's time zone is.
extension MariaValue {
    /// Stands for the moment in a statement; it is bound as `moment`.
    static let momentPlace = "(TIMESTAMP'1970-01-01 00:00:00.000000' + INTERVAL ? MICROSECOND)"

    static func moment(_ time: WallTime?) -> MariaValue { time.map { .integer($0.rawValue) } ?? .null }

    /// A column of moments as a selected number of the same name.
    static func momentColumn(_ name: String) -> String {
        "TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00.000000', \(name)) AS \(name)"
    }
}

extension MariaRow {
    func moment(_ name: String) throws -> WallTime { WallTime(microseconds: try integer(name)) }

    func optionalMoment(_ name: String) throws -> WallTime? {
        try optionalInteger(name).map { WallTime(microseconds: $0) }
    }
}
