import PairLogic
import Vocabulary

/// Where a node keeps who owns what, beside the rows that it is about.
///
/// What changes who may write waits for open writers, for about a second; where one holds it up for longer it is a
/// `retry`, whose words name that writer. After any other failure it is not known what is stored.
package protocol ReignStorePort: Sendable {
    func record(of scope: Scope) async throws(FeedFailure) -> ReignRecord
    /// Stores a record, unless a higher reign stands there; returns what stands.
    func store(_ record: ReignRecord) async throws(FeedFailure) -> ReignRecord
    /// From here on what is written in the scope is no write of this reign any more; returns where the reign ends.
    /// Refused where another reign stands.
    func raiseBarrier(_ reign: Ownership) async throws(FeedFailure) -> FeedMark
    /// What is written in the scope belongs to the reign again, also what was written behind the barrier.
    func lowerBarrier(_ reign: Ownership) async throws(FeedFailure)
}
