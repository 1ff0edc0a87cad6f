import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// Who owns what, in a node's database in memory.
package struct MemoryReignStore: ReignStorePort {
    private let connection: MemoryConnection

    package init(_ database: MemoryDatabase) { connection = MemoryConnection(database) }

    package func record(of scope: Scope) async throws(FeedFailure) -> ReignRecord {
        try connection.ask { $0.record(of: scope) }
    }

    package func store(_ record: ReignRecord) async throws(FeedFailure) -> ReignRecord {
        try ensureFree()
        return try connection.ask { state in
            let next = state.record(of: record.ownership.scope).storing(record)
            state.write(next)
            return next
        }
    }

    package func raiseBarrier(_ reign: Ownership) async throws(FeedFailure) -> FeedMark {
        try ensureFree()
        return try change(reign, to: .closed)
    }

    package func lowerBarrier(_ reign: Ownership) async throws(FeedFailure) { _ = try change(reign, to: .settled) }

    private func change(_ reign: Ownership, to phase: ReignPhase) throws(FeedFailure) -> FeedMark {
        let end = try connection.ask { state -> FeedMark? in
            guard state.record(of: reign.scope).ownership == reign else { return nil }
            state.write(ReignRecord(reign, phase))
            return FeedMark(incarnation: state.incarnation, head: state.head)
        }
        guard let end else { throw .refused(number: 1644, words: "another reign stands there") }
        return end
    }

    private func ensureFree() throws(FeedFailure) {
        if let who = try connection.ask({ $0.heldUpBy }) { throw .retry(words: who) }
    }
}

extension MemoryDatabase.State {
    fileprivate func record(of scope: Scope) -> ReignRecord {
        let ownership = scopes.first { $0.scope == scope }.map {
            Ownership(scope: scope, owner: $0.owner, epoch: $0.epoch)
        }
        return ReignRecord(ownership ?? .first(of: scope), phases[scope] ?? .settled)
    }

    fileprivate mutating func write(_ record: ReignRecord) {
        let ownership = record.ownership
        for index in scopes.indices where scopes[index].scope == ownership.scope {
            scopes[index] = ScopeReport(scope: ownership.scope, owner: ownership.owner, epoch: ownership.epoch)
        }
        phases[ownership.scope] = record.phase
    }
}
