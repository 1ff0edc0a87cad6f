import Ports
import ReplicaLogic
import Vocabulary

extension MariaFeedSource {
    package func scopes() async throws(FeedFailure) -> [ScopeReport] {
        try await build { try FeedLifeTable(session: $0).scopes() }
    }

    package func save(_ item: ItemDefinition) async throws(FeedFailure) {
        try await build { try ItemCatalogueTable(session: $0).save(item) }
    }

    package func removeItem(_ item: ItemName) async throws(FeedFailure) {
        try await build { try ItemCatalogueTable(session: $0).remove(item) }
    }

    package func setEnabled(_ item: ItemName, _ isEnabled: Bool) async throws(FeedFailure) {
        try await build { try ItemCatalogueTable(session: $0).setEnabled(item, isEnabled) }
    }

    package func refusal(
        of table: ItemDefinition.Table, companions: Set<TableName>
    ) async throws(FeedFailure) -> String? {
        try await build { session in
            do {
                let inspector = TableInspector(session: session)
                let description = try inspector.describe(table.name, named: table.keyColumns, companions: companions)
                let twins = try DuplicateKeys(session: session).count(in: description)
                return twins == 0 ? nil : DuplicateKeys.words(twins, in: description)
            } catch let refusal as TableRefusal {
                return refusal.words
            }
        }
    }

    package func conflicts(openOnly: Bool, id: UInt64?) async throws(FeedFailure) -> [ConflictReport] {
        try await build { try ConflictLedgerTable(session: $0).entries(openOnly: openOnly, id: id) }
    }

    package func restore(_ conflict: ConflictReport) async throws(FeedFailure) {
        try await build { try ConflictLedgerTable(session: $0).restore(conflict) }
    }

    package func markRestored(_ conflict: ConflictReport) async throws(FeedFailure) {
        try await build { try ConflictLedgerTable(session: $0).markRestored(conflict) }
    }

    package func coverage() async throws(FeedFailure) -> CoverageReport {
        try await build { try CoverageScan(session: $0).report() }
    }
}
