import HotelLogic
import Ports
import Vocabulary

/// The guests in this node's MariaDB, on connections of its own: people who read do not hold up what is kept.
package struct MariaGuestStore: GuestStorePort {
    private let keeping: MariaConnection
    private let asking: MariaConnection

    /// - Parameter endpoint: logs in with the rights of an administrator; not as the account that capture passes by.
    package init(endpoint: MariaEndpoint) {
        keeping = MariaConnection(endpoint: endpoint)
        asking = MariaConnection(endpoint: endpoint)
    }

    package func guests() async throws(GuestFailure) -> GuestReading {
        try await use(asking) { session in
            try session.transaction(.snapshot) { session in
                try Self.reading(session, role: try GuestRole(session: session, isHeld: false))
            }
        }
    }

    package func change(
        by author: Author, at moment: WallTime, isOwnerOnly: Bool,
        _ decide: @Sendable (GuestReading) throws(GuestFailure) -> GuestDecision
    ) async throws(GuestFailure) -> GuestOutcome {
        try await use(keeping) { session in
            try session.transaction { session in
                // A stand-down waits for this change, or this change sees the new owner.
                let role = try GuestRole(session: session, isHeld: true)
                guard !isOwnerOnly || role.isOwner else { throw GuestFailure.notOwner(role.owner, isDown: false) }
                let reading = try Self.reading(session, role: role)
                let decision = try decide(reading)
                precondition(isOwnerOnly || decision.stay.changes.isEmpty, "stays are written by their owner alone")
                let before = try Self.lastPosition(session)
                let writer = StayWriter(session: session, author: author, moment: moment)
                for change in decision.stay.changes { try writer.write(change) }
                let after = try Self.lastPosition(session)
                return GuestOutcome(reading: reading, decision: decision, position: after == before ? nil : after)
            }
        }
    }

    package func close() async {
        await keeping.close()
        await asking.close()
    }

    private static func reading(_ session: MariaSession, role: GuestRole) throws -> GuestReading {
        let tables = GuestHouseTables(session: session)
        return GuestReading(
            node: role.node, owner: role.owner, epoch: role.epoch, house: try tables.house(),
            nextStay: try tables.nextStay(of: role.node))
    }

    /// The last position that this very connection's writes drew from the feed's sequence.
    private static func lastPosition(_ session: MariaSession) throws -> FeedPosition? {
        try session.query("SELECT LASTVAL(comxfailover_node.feed_sequence) AS drawn").first?
            .optionalUnsigned("drawn").map(FeedPosition.init(rawValue:))
    }

    private func use<T: Sendable>(
        _ connection: MariaConnection, _ body: @Sendable (MariaSession) throws -> T
    ) async throws(GuestFailure) -> T {
        do {
            return try await connection.perform(body)
        } catch let failure as GuestFailure {
            throw failure
        } catch let error as MariaError {
            throw GuestFailure(error)
        } catch {
            throw .database(words: "\(error)")
        }
    }
}

extension GuestFailure {
    /// What an error of MariaDB means to one who serves guests.
    fileprivate init(_ error: MariaError) {
        let words = "\(error.message) (\(error.number))"
        if error.isConnectionLost || error.isAccessDenied {
            self = .unavailable(words: words)
        } else if error.isRetryable {
            self = .overtaken(words: words)
        } else {
            self = .database(words: words)
        }
    }
}
