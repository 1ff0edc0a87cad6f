/// The door to the call records.
package protocol CallStorePort: Sendable {
    /// How far this node has read its call files.
    func reading() async throws(CallStoreFailure) -> CallReading

    /// Keeps a batch, all of it or nothing, and gives the reading after it. A leg that is kept already is not kept
    /// twice; neither is an interrupted call whose record came after all.
    func keep(_ batch: CallBatch) async throws(CallStoreFailure) -> CallReading

    /// The calls of both nodes, newest first.
    func calls(_ query: CallQuery) async throws(CallStoreFailure) -> [CallReport]

    /// This node's lines that were no records, newest first; the oldest of many are let go.
    func refusedLines(limit: Int) async throws(CallStoreFailure) -> [RefusedLineReport]
}
