import MariaStore
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension MariaFeedSource {
    /// Another owner, as if the peer had told of it.
    func adopt(_ report: ScopeReport) async throws(FeedFailure) {
        _ = try await store(ReignRecord(Ownership(scope: report.scope, owner: report.owner, epoch: report.epoch)))
    }
}
