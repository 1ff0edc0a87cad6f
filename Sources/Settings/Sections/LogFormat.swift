/// How a line of the log is written.
package enum LogFormat: String, Sendable, Equatable, CaseIterable {
    /// One readable line.
    case text
    /// One JSON object per line.
    case json
}
