import HotelLogic
import Ports
import Vocabulary

/// The telephony configuration in this node's MariaDB, on a connection of its own.
package struct MariaTelephonyStore: TelephonyStorePort {
    private let connection: MariaConnection
    private let drawSecret: @Sendable () -> String

    /// - Parameters:
    ///   - endpoint: logs in with the rights of an administrator; not as the account that capture passes by.
    ///   - drawSecret: gives a new SIP password.
    package init(endpoint: MariaEndpoint, drawSecret: @escaping @Sendable () -> String) {
        connection = MariaConnection(endpoint: endpoint)
        self.drawSecret = drawSecret
    }

    package func configuration() async throws(TelephonyFailure) -> TelephonyConfiguration {
        try await use { session in
            try session.transaction(.snapshot) { try TelephonyTables(session: $0).read() }
        }
    }

    package func stamp() async throws(TelephonyFailure) -> TelephonyStamp {
        try await use { session in
            try session.transaction(.snapshot) {
                try TelephonyStampProbe(session: $0, tables: TelephonyTables.names).stamp()
            }
        }
    }

    package func change(_ edit: TelephonyEdit) async throws(TelephonyFailure) -> TelephonyReceipt {
        try await use { session in
            try session.transaction { session in
                // Edits wait for one another here; only then is read what they change.
                try session.execute(
                    """
                    INSERT INTO comxfailover_node.telephony_revision (id, revision) VALUES (1, 1)
                    ON DUPLICATE KEY UPDATE revision = revision + 1
                    """)
                if let scope = edit.kind.scope { try requireOwner(of: scope, session) }
                let tables = TelephonyTables(session: session)
                let former = try tables.read()
                var next = former
                let receipt = try next.apply(edit, drawSecret: drawSecret)
                try tables.write(next, over: former)
                return receipt
            }
        }
    }

    package func close() async { await connection.close() }

    /// Holds the owner's row, so that a stand-down waits for this edit or the edit sees that it has begun.
    private func requireOwner(of scope: Scope, _ session: MariaSession) throws {
        guard let role = try ScopeRole(of: ScopeRow(scope), session: session, isHeld: true) else {
            throw TelephonyFailure.unavailable(words: "the database is being made ready; try again in a moment")
        }
        switch role.refusal {
        case nil: return
        case .notOwner(let owner): throw TelephonyFailure.notOwner(owner)
        case .givingBack(let peer):
            throw TelephonyFailure.unready(words: ScopeRole.words(givingBack: scope, to: peer))
        }
    }

    func use<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws(TelephonyFailure) -> T {
        try await connection.perform(failing: TelephonyFailure.self, body)
    }
}

extension TelephonyFailure: MariaPortFailure {
    /// What trouble with MariaDB means to one who edits.
    init(_ trouble: MariaTrouble) {
        switch trouble {
        case .unavailable(let words): self = .unavailable(words: words)
        case .retry(let words): self = .retry(words: words)
        case .refused(let words): self = .database(words: words)
        }
    }

    static func meaning(of error: any Error) -> TelephonyFailure? {
        (error as? TelephonyRefusal).map { .refused($0) }
    }
}
