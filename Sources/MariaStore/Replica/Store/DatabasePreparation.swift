import Ports
import ReplicaLogic
import Vocabulary

/// Makes a database what a node needs: accounts, structure, the feed's first life, the product's own items.
///
/// Safe to run at every start; it changes only what is not as it should be.
package struct DatabasePreparation: Sendable {
    private let connection: MariaConnection
    private let mode: Mode
    private let applyPassword: String
    private let peer: PeerAccount?

    /// - Parameters:
    ///   - administrator: logs in with all rights and the right to grant them.
    ///   - peer: the account for the peer; nil without one.
    package init(administrator: MariaEndpoint, mode: Mode, applyPassword: String, peer: PeerAccount?) {
        connection = MariaConnection(endpoint: administrator)
        self.mode = mode
        self.applyPassword = applyPassword
        self.peer = peer
    }

    /// - Parameter incarnation: drawn at random; used only where the feed has no life yet.
    /// - Returns: what an operator should change on the server, though it can be used as it is.
    /// - Throws: `FeedFailure`: `unreachable` where the server does not answer, `refused` where it cannot be used.
    @discardableResult
    package func prepare(incarnation: Incarnation) async throws(FeedFailure) -> String? {
        let advice: String?
        do {
            advice = try await connection.perform { session in
                let advice = try ServerDurability.advice(session)
                try Accounts.provision(on: session, applyPassword: applyPassword, peer: peer)
                _ = try SchemaMigrator().migrate(session)
                let books = FeedLifeTable(session: session)
                if let made = try books.mode(), made != mode { throw DatabaseRefusal.otherMode(made) }
                try books.prepare(mode: mode, incarnation: incarnation)
                try addOwnItems(session)
                return advice
            }
        } catch let refusal as DatabaseRefusal {
            throw .refused(number: 0, words: refusal.words)
        } catch let failure as MigrationFailure {
            throw .refused(number: 0, words: failure.description)
        } catch {
            throw FeedFailure(error)
        }
        await connection.close()
        return advice
    }

    private func addOwnItems(_ session: MariaSession) throws {
        let catalogue = ItemCatalogueTable(session: session)
        let known = Set(try catalogue.all().map(\.name))
        for item in HotelTables.items where !known.contains(item.name) {
            try catalogue.save(
                ItemDefinition(
                    name: item.name, rule: item.rule, tables: item.tables.map { .init(name: $0) }, isEnabled: true,
                    isBuiltIn: true))
        }
    }
}
