import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension MariaFeedSource: ReignStorePort {
    package func record(of scope: Scope) async throws(FeedFailure) -> ReignRecord {
        try await build { try ReignTable(session: $0).record(of: scope) }
    }

    package func store(_ record: ReignRecord) async throws(FeedFailure) -> ReignRecord {
        let endpoint = endpoint
        return try await naming {
            try ReignTable(session: $0).store(record, behind: CaptureGate(connecting: endpoint))
        }
    }

    package func raiseBarrier(_ reign: Ownership) async throws(FeedFailure) -> FeedMark {
        let endpoint = endpoint
        return try await naming { session in
            let end = try ReignTable(session: session).raiseBarrier(reign, behind: CaptureGate(connecting: endpoint))
            let life = try FeedLifeTable(session: session).life()
            return FeedMark(incarnation: life.memory.incarnation, head: end)
        }
    }

    package func lowerBarrier(_ reign: Ownership) async throws(FeedFailure) {
        let endpoint = endpoint
        try await naming { try ReignTable(session: $0).lowerBarrier(reign, behind: CaptureGate(connecting: endpoint)) }
    }

    /// Does work that waits for open writers, and names the one that held it up.
    private func naming<T: Sendable>(
        _ work: @escaping @Sendable (MariaSession) throws -> T
    ) async throws(FeedFailure) -> T {
        do {
            return try await build(work)
        } catch .retry(let words) {
            guard words != CaptureGate.forsaken.message, let writer = try await oldestWriter() else {
                throw .retry(words: words)
            }
            throw .retry(words: "\(writer) holds it up; end it, or wait, and try again")
        }
    }
}
