import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// A pair that is upgraded with rows in it, one node at a time.
    @Suite struct UpgradeTests {
        private static let columns = "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL"

        @Test func `entries of the former program keep their epochs, and new ones follow from their positions`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                for node in [pair.primary, pair.secondary] { try await FormerProgram(node: node).install() }
                try await pair.primary.run(
                    "INSERT INTO hotel.t VALUES (1, 'old'), (2, 'old'), (3, 'old')", "DELETE FROM hotel.t WHERE id = 3")
                try await pair.secondary.run("INSERT INTO hotel.t VALUES (7, 'old drift')")
                try await upgrade(pair.primary)
                // Triggers of the former program go on until capture is arranged.
                try await pair.primary.run("INSERT INTO hotel.t VALUES (4, 'between')")
                #expect(try await pair.primary.source.arrangeCapture().refused == [:])
                try await pair.primary.run(
                    "UPDATE hotel.t SET v = 'new' WHERE id = 2", "INSERT INTO hotel.t VALUES (5, 'new')")
                let table = try #require(try await pair.primary.announced("t"))
                let known = try await pair.primary.feed.rows(of: table, keys: (1...5).map { [.integer($0)] })
                #expect(known.count == 5 && known.allSatisfy { $0.stamp.version.epoch.rawValue == 2 })
                #expect(known.allSatisfy { !$0.stamp.isDrift })
                let entries = "FROM comxfailover_node.feed_\(table.number) WHERE epoch IS NULL"
                #expect(
                    try await pair.primary.rows("SELECT k0 \(entries) ORDER BY k0") == [[.integer(2)], [.integer(5)]])
                try await upgrade(pair.secondary)
                #expect(try await pair.secondary.source.arrangeCapture().refused == [:])
                try await pair.ship()
                try await driftShips(pair)
            }
        }

        /// Drift of either program is found, and is claimed once its node owns the scope.
        private func driftShips(_ pair: CopyPair) async throws {
            try await pair.secondary.run("INSERT INTO hotel.t VALUES (8, 'new drift')")
            let own = try #require(try await pair.secondary.announced("t"))
            #expect(try await pair.secondary.store.beginHealing().contains(own.number))
            let drift = try await pair.secondary.store.drift(of: own, limit: 10)
            #expect(Set(drift.keys) == [[.integer(7)], [.integer(8)]])
            #expect(drift.keys.allSatisfy { drift.write(under: $0)?.epoch.rawValue == 2 })
            for node in [pair.primary, pair.secondary] {
                try await node.source.adopt(
                    ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3)))
            }
            #expect(try await pair.secondary.store.drift(of: own, limit: 10).isEmpty)
            try await pair.ship(to: .primary)
            #expect(try await pair.differences("t") == [])
            #expect(try await pair.primary.word("SELECT COUNT(*) FROM hotel.t") == "6")
        }

        /// What the daemon does at its start, up to the arranging of capture.
        private func upgrade(_ node: CopyNode) async throws {
            try await node.program.perform { session in
                for statement in ReplicaMigrations.all.filter({ $0.number > 5 }).flatMap(\.statements) {
                    try session.script(statement)
                }
                try FeedLifeTable(session: session).prepare(mode: node.mode, incarnation: Incarnation(rawValue: 99))
            }
        }
    }
}
