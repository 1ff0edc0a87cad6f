/// One setting as it is in force.
package struct ShownSetting: Sendable, Equatable, Encodable {
    /// Where a value came from.
    package enum Source: String, Sendable, Equatable, Encodable {
        /// The file does not mention it.
        case standard = "default"
        case set
    }

    /// Sections and name, `heartbeat.interval_ms` for instance.
    package let key: String
    package let value: ShownValue
    package let source: Source
}
