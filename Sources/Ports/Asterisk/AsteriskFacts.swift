/// What Asterisk says of itself.
package struct AsteriskFacts: Sendable, Hashable {
    package let version: String
    /// What its call ids begin with.
    package let systemName: String
    /// When it started, on its own clock and in its own zone: `2026-11-25 19:14:07`.
    package let started: String
    package let callsNow: Int
    package let callsProcessed: Int

    package init(version: String, systemName: String, started: String, callsNow: Int, callsProcessed: Int) {
        self.version = version
        self.systemName = systemName
        self.started = started
        self.callsNow = callsNow
        self.callsProcessed = callsProcessed
    }
}
