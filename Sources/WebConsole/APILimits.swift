/// The limits of the API, by name.
package enum APILimits {
    /// The largest request body, in bytes.
    package static let bodySizeMax = 64 * 1024
    /// The largest file of comma-separated values that is imported, in bytes as JSON carries it.
    package static let importSizeMax = 4 * 1024 * 1024
    /// Decisions that `explain` returns where the caller names no number.
    package static let explainDefault = 50
    /// The most decisions one answer of `explain` holds.
    package static let explainMax = 1_000
    /// Connections that a server holds at one time; more wait to be accepted.
    package static let connectionsMax = 64
    /// Seconds after which a connection without a request is closed.
    package static let idleSecondsMax: Int64 = 60
}
