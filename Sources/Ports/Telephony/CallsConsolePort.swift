/// What a node tells people of its calls.
package protocol CallsConsolePort: Sendable {
    /// The calls of both nodes, newest first.
    func calls(_ query: CallQuery) async throws(ConsoleFailure) -> [CallReport]

    /// This node's lines of call files that were no records, newest first.
    func refusedLines(limit: Int) async throws(ConsoleFailure) -> [RefusedLineReport]
}
