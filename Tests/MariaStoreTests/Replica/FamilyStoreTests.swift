import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// Families of Asterisk's database as rows of the copy, on two real servers.
    @Suite struct FamilyStoreTests {
        @Test func `what one node takes in arrives at the other, and a write without the scope is drift`() async throws
        {
            try await CopyPair.with { pair in
                let family = try AsteriskFamily("AMPUSER/201")
                let (here, there) = try await stores(pair, family)
                let taken = try await here.take(
                    ["device": "201 ", "cidname": "Ann\u{e4} \u{1f6ce}", "ringtimer": ""], over: [:], of: family)
                #expect(taken == ["device", "cidname", "ringtimer"])
                try await pair.ship()
                let arrived = try await there.read(family)
                #expect(arrived.table == ["device": "201 ", "cidname": "Ann\u{e4} \u{1f6ce}", "ringtimer": ""])
                #expect(arrived.seen.isEmpty && arrived.mark == nil, "what was seen belongs to one node")
                let stamp = try await there.stamp(of: family)
                _ = try await here.take(["device": nil], over: ["device": "201 "], of: family)
                try await pair.ship()
                #expect(try await there.read(family).table["device"] == nil)
                #expect(try await there.stamp(of: family) != stamp)
                _ = try await there.take(["cidname": "Bert"], over: arrived.table, of: family)
                let drifted = try await pair.secondary.store.beginHealing()
                #expect(!drifted.isEmpty, "the Secondary does not own the configuration")
                await here.close()
                await there.close()
            }
        }

        @Test func `an entry that somebody changed meanwhile is left for the next look`() async throws {
            try await CopyPair.with { pair in
                let family = try AsteriskFamily("CF")
                let (store, other) = try await stores(pair, family)
                _ = try await store.take(["201": "a", "202": "b"], over: [:], of: family)
                try await pair.primary.run("UPDATE comxfailover.`astdb:CF` SET value = 'c' WHERE entry = '201'")
                let taken = try await store.take(
                    ["201": "d", "202": nil], over: ["201": "a", "202": "b"], of: family)
                #expect(taken == ["202"])
                let reading = try await store.read(family)
                #expect(reading.table == ["201": "c"] && reading.seen == ["201": "a"])
                try await store.remember(["201": "c", "203": nil], mark: 7, of: family)
                #expect(try await store.read(family) == FamilyReading(table: ["201": "c"], seen: ["201": "c"], mark: 7))
                await store.close()
                await other.close()
            }
        }

        @Test func `the table of an item that was removed goes with what was seen, and comes back empty`() async throws
        {
            try await CopyPair.with { pair in
                let family = try AsteriskFamily("CF")
                let (store, other) = try await stores(pair, family)
                _ = try await store.take(["201": "a"], over: [:], of: family)
                try await store.remember([:], mark: 3, of: family)
                try await store.arrange([])
                #expect(try await store.read(family).table == ["201": "a"], "it is captured still")
                try await pair.primary.source.removeItem(CopyPair.item)
                _ = try await pair.primary.source.arrangeCapture()
                try await store.arrange([])
                await #expect(throws: TelephonyFailure.self) { try await store.read(family) }
                try await store.arrange([family])
                #expect(try await store.read(family) == FamilyReading())
                await store.close()
                await other.close()
            }
        }

        @Test func `what gave way stands in the ledger once, and is put back as a write that is copied`() async throws {
            try await CopyPair.with { pair in
                let family = try AsteriskFamily("CF")
                let (store, other) = try await stores(pair, family)
                _ = try await store.take(["201": "mine"], over: [:], of: family)
                let losers = [
                    FamilyLoser(entry: "201", side: .table, loser: "it's theirs", winner: "mine"),
                    FamilyLoser(entry: "202", side: .asterisk, loser: nil, winner: "x"),
                ]
                for _ in 0..<2 {
                    try await store.keep(losers, of: family, item: CopyPair.item, at: WallTime(microseconds: 7))
                }
                let entries = try await pair.primary.source.conflicts(openOnly: true, id: nil)
                #expect(entries.map(\.key) == [["entry": "202"], ["entry": "201"]])
                #expect(entries.map(\.loserImage) == [nil, ["entry": "201", "value": "it's theirs"]])
                #expect(entries.map(\.winnerImage?["value"]) == ["x", "mine"])
                #expect(entries.allSatisfy { $0.reason == "conflict" && $0.at.rawValue == 7 })
                try await pair.primary.source.restore(try #require(entries.last))
                try await pair.ship()
                #expect(try await other.read(family).table == ["201": "it's theirs"])
                await store.close()
                await other.close()
            }
        }

        private func stores(
            _ pair: CopyPair, _ family: AsteriskFamily
        ) async throws -> (MariaFamilyStore, MariaFamilyStore) {
            let here = MariaFamilyStore(endpoint: pair.primary.administrator)
            let there = MariaFamilyStore(endpoint: pair.secondary.administrator)
            let migration = try #require(SchemaMigrations.all.first { $0.name.hasPrefix("families") })
            for (store, node) in [(here, pair.primary), (there, pair.secondary)] {
                for statement in migration.statements { try await node.run(statement) }
                try await store.arrange([family])
                try await node.source.save(
                    ItemDefinition(
                        name: CopyPair.item, rule: .owned(.configuration), tables: [.init(name: family.table)],
                        isEnabled: true, isBuiltIn: false))
                let outcome = try await node.source.arrangeCapture()
                #expect(outcome.refused.isEmpty, "\(outcome.refused)")
            }
            return (here, there)
        }
    }
}
