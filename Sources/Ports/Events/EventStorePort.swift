import Vocabulary

/// Where a node keeps what happened on it; its own alone.
package protocol EventStorePort: Sendable {
    /// Keeps lines; one whose number is kept already is not kept twice.
    func keep(_ lines: [EventLine]) async throws(EventStoreFailure)

    /// The lines do not have to leave by the channel any more.
    func settle(_ ids: [UInt64], on channel: AlertChannel) async throws(EventStoreFailure)

    /// The lines that still have to leave, the oldest first; of more than `limit` the newest.
    func due(limit: Int) async throws(EventStoreFailure) -> [EventLine]

    /// The lines that are asked for, the newest first.
    func events(_ query: EventQuery) async throws(EventStoreFailure) -> [EventLine]

    /// The highest number that is kept.
    func lastID() async throws(EventStoreFailure) -> UInt64

    /// Lets the oldest go: those before a moment, and all but the newest `countMax`.
    func trim(before: WallTime, countMax: Int) async throws(EventStoreFailure)
}
