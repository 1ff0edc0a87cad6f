/// What a node tells people of what happened on it.
package protocol EventsConsolePort: Sendable {
    /// The events that are asked for, the newest first.
    func events(_ query: EventQuery) async throws(ConsoleFailure) -> [EventReport]
}
