/// What a node tells people of its calls.
package protocol CallsConsolePort: Sendable {
    /// The calls of both nodes, newest first.
    func calls(_ query: CallQuery) async throws(ConsoleFailure) -> [CallReport]
}
