import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// Two nodes that wrote the same row: who wins, and where the loser goes.
    @Suite struct ConflictTests {
        private static let columns =
            "id INT NOT NULL PRIMARY KEY, v VARCHAR(40) NULL, raw VARBINARY(9) NULL, n DOUBLE NULL"

        /// Both nodes know rows 1 to 3, then write without hearing of each other.
        private func conflicting(
            _ primary: [String], _ secondary: [String], _ body: (CopyPair) async throws -> Void
        ) async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns, rule: .newestWins)
                try await pair.primary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'x'), (2, 'x'), (3, 'x')")
                try await pair.ship()
                for statement in primary { try await pair.primary.run(statement) }
                for statement in secondary { try await pair.secondary.run(statement) }
                try await body(pair)
            }
        }

        private func ledger(_ node: CopyNode) async throws -> [ConflictReport] {
            try await node.source.conflicts(openOnly: true, id: nil)
        }

        private static let older = ["UPDATE hotel.t SET v = 'older', raw = 0x0027FF, n = 0.1 WHERE id = 1"]
        private static let newer = ["UPDATE hotel.t SET v = 'newer', raw = 0x01, n = 1.5 WHERE id = 1"]

        @Test(arguments: Mode.allCases)
        func `in any order both nodes come to the same winner, and the node whose write lost keeps it whole`(
            first: Mode
        ) async throws {
            try await conflicting(Self.older, Self.newer) { (pair: CopyPair) async throws in
                #expect(try await pair.ship(to: first).conflicts == 1)
                try await pair.ship(to: first.peer)
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT v FROM hotel.t WHERE id = 1") == "newer")
                #expect(try await ledger(pair.primary).map { $0.loserImage?["v"] } == ["older"])
                for target in Mode.allCases { #expect(try await pair.ship(to: target).applied == 0) }
            }
        }

        @Test func `writes that cross come to the same winner, and both ledgers hold the loser whole`() async throws {
            try await conflicting(Self.older, Self.newer) { pair in
                let crossing = [
                    (Mode.primary, try await pair.pending(["t"], to: .primary)),
                    (.secondary, try await pair.pending(["t"], to: .secondary)),
                ]
                for (target, work) in crossing { #expect(try await pair[target].store.apply(work).conflicts == 1) }
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT v FROM hotel.t WHERE id = 1") == "newer")
                for node in [pair.primary, pair.secondary] {
                    let entry = try #require(try await ledger(node).first)
                    #expect(entry.reason == "conflict" && entry.key == ["id": "1"] && entry.item == CopyPair.item)
                    #expect(entry.loserImage == ["id": "1", "v": "older", "raw": "0x0027ff", "n": "0.1"])
                    #expect(entry.winnerImage == ["id": "1", "v": "newer", "raw": "0x01", "n": "1.5"])
                    #expect(try await ledger(node).count == 1)
                }
                for (target, work) in crossing { #expect(try await pair[target].store.apply(work).conflicts == 0) }
                for node in [pair.primary, pair.secondary] { #expect(try await ledger(node).count == 1) }
                for target in Mode.allCases { #expect(try await pair.ship(to: target).applied == 0) }
                #expect(try await pair.secondary.store.openConflicts() == [CopyPair.item: 1])
            }
        }

        @Test func `a deletion and a change that did not know of each other end alike on both nodes`() async throws {
            try await conflicting(
                ["UPDATE hotel.t SET v = 'kept?' WHERE id = 1", "DELETE FROM hotel.t WHERE id = 2"],
                ["DELETE FROM hotel.t WHERE id = 1", "UPDATE hotel.t SET v = 'newer' WHERE id = 2"]
            ) { pair in
                try await pair.ship(to: .secondary)
                try await pair.ship(to: .primary)
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT GROUP_CONCAT(id) FROM hotel.t") == "2,3")
                let entries = try await ledger(pair.secondary)
                #expect(entries.count == 2)
                #expect(entries.contains { $0.loserImage?["v"] == "kept?" && $0.winnerImage == nil })
                #expect(entries.contains { $0.loserImage == nil && $0.winnerImage?["v"] == "newer" })
            }
        }

        @Test func `two nodes that wrote the same have no conflict to show`() async throws {
            try await conflicting(
                ["UPDATE hotel.t SET v = 'same' WHERE id = 1", "DELETE FROM hotel.t WHERE id = 2"],
                ["UPDATE hotel.t SET v = 'same' WHERE id = 1", "DELETE FROM hotel.t WHERE id = 2"]
            ) { (pair: CopyPair) async throws in
                #expect(try await pair.ship(to: .secondary).conflicts == 0)
                #expect(try await pair.ship(to: .primary).conflicts == 0)
                #expect(try await ledger(pair.primary).isEmpty)
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a change built on the peer's newest is no conflict, however often it goes to and fro`() async throws
        {
            try await conflicting([], []) { pair in
                for round in 0..<3 {
                    try await pair.secondary.run("UPDATE hotel.t SET v = 's\(round)'")
                    #expect(try await pair.ship(to: .primary).conflicts == 0)
                    try await pair.primary.run("UPDATE hotel.t SET v = 'p\(round)'")
                    #expect(try await pair.ship(to: .secondary).conflicts == 0)
                }
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `rows that only one node added are joined, and never a conflict`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy(
                    "t", "node INT NOT NULL, id INT NOT NULL, PRIMARY KEY (node, id)", rule: .appendOnly)
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1), (1, 2)")
                try await pair.secondary.run("INSERT INTO hotel.t VALUES (2, 1), (2, 2)")
                for target in Mode.allCases { #expect(try await pair.ship(to: target).conflicts == 0) }
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT COUNT(*) FROM hotel.t") == "4")
            }
        }

        @Test func `a row from the ledger is put back whole, and the peer follows`() async throws {
            try await conflicting(
                [
                    "UPDATE hotel.t SET v = 'it''s \"lost\"', raw = 0x0027FF, n = 0.1 WHERE id = 1",
                    "DELETE FROM hotel.t WHERE id = 2",
                ],
                ["UPDATE hotel.t SET v = NULL, raw = NULL WHERE id = 1", "UPDATE hotel.t SET v = 'won' WHERE id = 2"]
            ) { pair in
                try await pair.ship(to: .primary)
                try await pair.ship(to: .secondary)
                for entry in try await ledger(pair.primary) { try await pair.primary.source.restore(entry) }
                try await pair.ship(to: .secondary)
                #expect(try await pair.differences("t") == [])
                #expect(
                    try await pair.secondary.rows("SELECT v, raw, n FROM hotel.t WHERE id < 3")
                        == [[.text("it's \"lost\""), .bytes([0, 0x27, 0xFF]), .double(0.1)]])
                #expect(try await ledger(pair.primary).isEmpty)
                let all = try await pair.primary.source.conflicts(openOnly: false, id: nil)
                let replaced = all.filter { $0.reason == "put-back" }
                #expect(all.count == 4)
                #expect(replaced.map { $0.loserImage?["v"] } == [.some(nil), "won"])
                try await pair.primary.source.restore(try #require(replaced.last))
                #expect(try await pair.primary.word("SELECT v FROM hotel.t WHERE id = 2") == "won")
            }
        }

        @Test func `a row from the ledger that no longer fits is refused and not cut to fit`() async throws {
            try await conflicting(
                ["UPDATE hotel.t SET v = 'a long loser' WHERE id = 1"], ["UPDATE hotel.t SET v = 'won' WHERE id = 1"]
            ) { pair in
                try await pair.ship(to: .primary)
                try await pair.primary.run("ALTER TABLE hotel.t MODIFY COLUMN v VARCHAR(5) NULL")
                let entry = try #require(try await ledger(pair.primary).first)
                await #expect(throws: FeedFailure.self) { try await pair.primary.source.restore(entry) }
                #expect(try await pair.primary.word("SELECT v FROM hotel.t WHERE id = 1") == "won")
                #expect(try await ledger(pair.primary).count == 1)
            }
        }

        @Test func `a write by the node that does not own the scope is marked, never ships, and is healed`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'x'), (2, 'x'), (3, 'x')")
                try await pair.ship()
                try await pair.secondary.run(
                    "UPDATE hotel.t SET v = 'drift' WHERE id = 1", "DELETE FROM hotel.t WHERE id = 2",
                    "INSERT INTO hotel.t (id, v) VALUES (9, 'drift')")
                #expect(try await pair.ship(to: .primary).applied == 0)
                let own = try #require(try await pair.secondary.announced("t"))
                let told = try #require(try await pair.primary.announced("t"))
                let drift = try await pair.secondary.store.drift(of: own, limit: 10)
                #expect(Set(drift.keys) == [[.integer(1)], [.integer(2)], [.integer(9)]])
                let rows = try await pair.primary.feed.rows(of: told, keys: drift.keys)
                let work = ApplyWork(
                    item: CopyPair.item, incarnation: Incarnation(rawValue: 1), judgement: .peerIsRight(.drift),
                    tables: [.init(theirs: told.shape, rows: rows, cursor: nil, found: drift)])
                #expect(try await pair.secondary.store.apply(work).driftHealed == 2)
                let absent = drift.only(drift.keys.filter { key in !rows.contains { $0.key == key } })
                #expect(try await pair.secondary.store.remove(absent, of: own, reason: .drift) == 1)
                #expect(try await pair.differences("t") == [])
                let entries = try await ledger(pair.secondary)
                #expect(entries.count == 3 && entries.allSatisfy { $0.reason == "drift" })
                #expect(
                    entries.contains {
                        $0.key == ["id": "9"] && $0.loserImage?["v"] == "drift" && $0.winnerImage == nil
                    })
                #expect(try await pair.secondary.store.drift(of: own, limit: 10).isEmpty)
            }
        }

        @Test func `drift that became this node's own while the owner was asked for it stays`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'x'), (2, 'x')")
                try await pair.ship()
                try await pair.secondary.run(
                    "UPDATE hotel.t SET v = 'drift' WHERE id = 1", "INSERT INTO hotel.t (id, v) VALUES (9, 'drift')")
                let own = try #require(try await pair.secondary.announced("t"))
                let told = try #require(try await pair.primary.announced("t"))
                let drift = try await pair.secondary.store.drift(of: own, limit: 10)
                let rows = try await pair.primary.feed.rows(of: told, keys: drift.keys)
                for node in [pair.primary, pair.secondary] {
                    try await node.source.adopt(
                        ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3)))
                }
                try await pair.secondary.run("UPDATE hotel.t SET v = 'mine now'")
                let work = ApplyWork(
                    item: CopyPair.item, incarnation: Incarnation(rawValue: 1), judgement: .peerIsRight(.drift),
                    tables: [.init(theirs: told.shape, rows: rows, cursor: nil, found: drift)])
                _ = try await pair.secondary.store.apply(work)
                #expect(
                    try await pair.secondary.store.remove(drift.only([[.integer(9)]]), of: own, reason: .drift) == 0)
                #expect(
                    try await pair.secondary.rows("SELECT id, v FROM hotel.t WHERE id <> 2 ORDER BY id")
                        == [[.integer(1), .text("mine now")], [.integer(9), .text("mine now")]])
                try await pair.ship(to: .primary)
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `drift ships once its node owns the scope, and what the former owner has goes to the ledger`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'x')")
                try await pair.ship()
                try await pair.secondary.run("UPDATE hotel.t SET v = 'drift'")
                try await pair.primary.run("UPDATE hotel.t SET v = 'owner, not known to the drift'")
                for node in [pair.primary, pair.secondary] {
                    try await node.source.adopt(
                        ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 4)))
                }
                let own = try #require(try await pair.secondary.announced("t"))
                #expect(try await pair.secondary.store.drift(of: own, limit: 10).isEmpty)
                try await pair.ship(to: .primary)
                try await pair.ship(to: .secondary)
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT v FROM hotel.t") == "drift")
                let losers = try await ledger(pair.primary) + ledger(pair.secondary)
                #expect(losers.contains { $0.loserImage?["v"] == "owner, not known to the drift" })
            }
        }

        @Test func `an older reign's row does not replace drift, which waits for the owner's answer`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'x')")
                let work = try await pair.pending(["t"])
                let later = ScopeReport(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 4))
                try await pair.secondary.source.adopt(later)
                try await pair.secondary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'drift')")
                let receipt = try await pair.secondary.store.apply(work)
                #expect(receipt.ignored == 1 && receipt.applied == 0)
                let own = try #require(try await pair.secondary.announced("t"))
                let told = try #require(try await pair.primary.announced("t"))
                // The cursor went on, and the table stays marked until the owner was asked.
                let cursors = try await pair.secondary.store.cursors(
                    of: CopyPair.item, incarnation: Incarnation(rawValue: 1))
                #expect(cursors[own.table] == work.tables[0].cursor)
                let marked = try await pair.secondary.store.beginHealing()
                #expect(marked.contains(own.number))
                let drift = try await pair.secondary.store.drift(of: own, limit: 10)
                let rows = try await pair.primary.feed.rows(of: told, keys: drift.keys)
                _ = try await pair.secondary.store.apply(
                    ApplyWork(
                        item: CopyPair.item, incarnation: Incarnation(rawValue: 1), judgement: .peerIsRight(.drift),
                        tables: [.init(theirs: told.shape, rows: rows, cursor: nil, found: drift)]))
                #expect(try await pair.differences("t") == [])
                #expect(try await ledger(pair.secondary).map { $0.loserImage?["v"] } == ["drift"])
            }
        }

        @Test func `a row that was written while a repair was on its way is no part of the repair`() async throws {
            try await conflicting([], []) { pair in
                let own = try #require(try await pair.secondary.announced("t"))
                let told = try #require(try await pair.primary.announced("t"))
                let all = KeyRange(lower: nil, upper: nil)
                let here = try await pair.secondary.store.rowDigests(of: own, columns: ["v"], in: all)
                let found = FoundRows(Dictionary(uniqueKeysWithValues: here.map { ($0.key, $0.stamp?.version) }))
                let rows = try await pair.primary.feed.rows(of: told, keys: found.keys)
                try await pair.secondary.run(
                    "UPDATE hotel.t SET v = 'since' WHERE id = 1", "UPDATE hotel.t SET v = 'since' WHERE id = 2")
                let work = ApplyWork(
                    item: CopyPair.item, incarnation: Incarnation(rawValue: 1), judgement: .peerIsRight(.repair),
                    tables: [.init(theirs: told.shape, rows: rows, cursor: nil, found: found)])
                _ = try await pair.secondary.store.apply(work)
                #expect(try await pair.secondary.store.remove(found, of: own, reason: .repair) == 1)
                #expect(
                    try await pair.secondary.rows("SELECT id, v FROM hotel.t ORDER BY id")
                        == [[.integer(1), .text("since")], [.integer(2), .text("since")]])
                #expect(try await ledger(pair.secondary).map(\.key) == [["id": "3"]])
            }
        }

        @Test func `the owner's next write replaces drift, and the drift goes to the ledger`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'x')")
                try await pair.ship()
                try await pair.secondary.run("UPDATE hotel.t SET v = 'drift'")
                try await pair.primary.run("UPDATE hotel.t SET v = 'owner'")
                let receipt = try await pair.ship()
                #expect(receipt.driftHealed == 1 && receipt.conflicts == 0)
                #expect(try await ledger(pair.secondary).first?.loserImage?["v"] == "drift")
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `a write made under a later ownership wins over any clock`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("INSERT INTO hotel.t (id, v) VALUES (1, 'x')")
                try await pair.ship()
                try await pair.secondary.source.adopt(
                    ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3)))
                try await pair.secondary.run("UPDATE hotel.t SET v = 'new owner'")
                try await pair.primary.run("UPDATE hotel.t SET v = 'old owner, later clock'")
                try await pair.primary.source.adopt(
                    ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3)))
                try await pair.ship(to: .primary)
                try await pair.ship(to: .secondary)
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT v FROM hotel.t") == "new owner")
                #expect(try await ledger(pair.primary).first?.loserImage?["v"] == "old owner, later clock")
                #expect(try await pair.secondary.source.scopes() == pair.primary.source.scopes())
            }
        }

        @Test func `standing down waits for open writers and gives up after its limit`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t (id) VALUES (1)")
                let report = ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3))
                let failure = await #expect(throws: FeedFailure.self) { try await pair.primary.source.adopt(report) }
                guard case .retry? = failure else { throw try #require(failure) }
                try await pair.primary.run("COMMIT")
                try await pair.primary.source.adopt(report)
                #expect(try await pair.primary.source.scopes().contains(report))
                try await pair.primary.run("INSERT INTO hotel.t (id) VALUES (2)")
                let number = try await pair.primary.feedNumber(of: "t")
                #expect(
                    try await pair.primary.rows(
                        """
                        SELECT f.k0, g.epoch, g.drift FROM comxfailover_node.feed_\(number) f
                          JOIN comxfailover_node.scope_reign g
                            ON g.scope = 1 AND f.position > g.after_position AND f.position <= g.until_position
                        WHERE f.epoch IS NULL AND f.drift IS NULL ORDER BY k0
                        """)
                        == [[.integer(1), .unsigned(2), .unsigned(0)], [.integer(2), .unsigned(3), .unsigned(1)]])
            }
        }
    }
}
