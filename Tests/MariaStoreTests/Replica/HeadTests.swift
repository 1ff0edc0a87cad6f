import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// The settled head: below it nothing can appear any more.
    @Suite struct HeadTests {
        private static let columns = "id INT NOT NULL PRIMARY KEY, v INT NULL"

        @Test func `a number is drawn quietly only while no captured write is open`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                let first = try #require(try await source.drawQuietly())
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t VALUES (1, 1)")
                #expect(try await source.drawQuietly() == nil)
                try await pair.primary.run("COMMIT")
                let second = try #require(try await source.drawQuietly())
                #expect(second > first)
                let head = try await source.head(after: first)
                #expect(head > first && head < second)
            }
        }

        @Test func `a look at what moved lately sees that alone, and a look at all learns what moves`() async throws {
            try await CopyPair.with { pair in
                try await pair.both("CREATE TABLE hotel.t (\(Self.columns))", "CREATE TABLE hotel.u (\(Self.columns))")
                try await pair.copy(["t": [], "u": []])
                let source = pair.primary.source
                let start = try await source.head(after: .start)
                let t = try #require(try await pair.primary.announced("t")).number
                let u = try #require(try await pair.primary.announced("u")).number
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 1)")
                let first = try await source.news(after: start)
                #expect(first.heads.keys.sorted() == [t])
                try await pair.primary.run("INSERT INTO hotel.t VALUES (2, 1)", "INSERT INTO hotel.u VALUES (1, 1)")
                let head = try #require(first.head)
                let early = try await source.recentNews(after: head)
                #expect(early.heads.keys.sorted() == [t])
                let whole = try await source.news(after: head)
                #expect(whole.heads.keys.sorted() == [t, u].sorted())
                let later = try await source.recentNews(after: head)
                #expect(later == whole)
                let end = try #require(whole.head)
                let nothing = try await source.news(after: end)
                #expect(nothing.heads.isEmpty)
            }
        }

        @Test func `the list shows the canary and who was writing, and forgets who ended`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let source = pair.primary.source
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t VALUES (1, 1)")
                let opened = try await source.openCanary()
                let open = try await listed(source) { $0.contains(opened.canary) }
                #expect(open.count == 2)
                let later = try await source.head(after: .start)
                #expect(later <= opened.drawn)
                await source.closeCanary()
                try await pair.primary.run("COMMIT")
                #expect(try await listed(source) { $0.isDisjoint(with: open) }.isEmpty)
            }
        }

        /// Lists again and again, at the spacing at which the server renews its list, until it shows what is awaited.
        private func listed(
            _ source: MariaFeedSource, until isAwaited: (Set<UInt64>) -> Bool
        ) async throws -> Set<UInt64> {
            let clock = ContinuousClock()
            let start = clock.now
            while start.duration(to: clock.now) < .seconds(10) {
                try await clock.sleep(for: SettledHeadMachine.listingSpacing)
                let list = try await source.openTransactions()
                if isAwaited(list) { return list }
            }
            Issue.record("the list never showed what was awaited")
            return []
        }

        @Test func `no canary can be taken for an earlier one that a stale list still shows`() async throws {
            try await CopyPair.with { pair in
                let source = pair.primary.source
                var seen: Set<UInt64> = []
                for _ in 0..<5 {
                    let opened = try await source.openCanary()
                    #expect(seen.insert(opened.canary).inserted)
                    await source.closeCanary()
                }
            }
        }

        @Test func `a late commit is shipped though later ones went before it`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                let late = MariaConnection(endpoint: pair.primary.administrator)
                try await late.perform { session in
                    try session.script("START TRANSACTION")
                    try session.script("INSERT INTO hotel.t VALUES (1, 1)")
                }
                try await pair.primary.run("INSERT INTO hotel.t VALUES (2, 2)")
                var reader = try await StreamReader(pair, table: "t")
                try await reader.pass()
                #expect(try await pair.secondary.word("SELECT GROUP_CONCAT(id) FROM hotel.t") == "2")
                #expect(reader.window.cursor < reader.window.highest, "the cursor waits for the open transaction")
                try await late.perform { try $0.script("COMMIT") }
                try await reader.pass(untilQuiet: true)
                #expect(try await pair.differences("t") == [])
                await late.close()
            }
        }

        @Test func `numbers are skipped under writers that never pause, and no entry stands inside the gap`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id BIGINT NOT NULL PRIMARY KEY, writer INT NOT NULL, v INT NOT NULL")
                let source = pair.primary.source
                let finish = FinishLine(for: 6)
                var isSkipped = false
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<6 {
                        group.addTask {
                            defer { finish.reach() }
                            try await BusyWriter(number: number, node: pair.primary).work(transactions: 60)
                        }
                    }
                    while !finish.isReachedByAll, !isSkipped {
                        isSkipped = try await source.skipNumbers(isPatient: true)
                    }
                    try await group.waitForAll()
                }
                #expect(isSkipped)
                let gap = try #require(try await source.life().gaps.first)
                let number = try await pair.primary.feedNumber(of: "t")
                let inside = "position > \(gap.after.rawValue) AND position <= \(gap.until.rawValue)"
                #expect(
                    try await pair.primary.word("SELECT COUNT(*) FROM comxfailover_node.feed_\(number) WHERE \(inside)")
                        == "0")
                #expect(try await source.life().memory.head > gap.until, "they went on behind it")
            }
        }

        @Test func `a transaction that stays open is not waited for without end`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", Self.columns)
                try await pair.primary.run("START TRANSACTION", "INSERT INTO hotel.t VALUES (1, 1)")
                #expect(try await !pair.primary.source.skipNumbers(isPatient: true))
                try await pair.primary.run("COMMIT")
                #expect(try await pair.primary.source.skipNumbers(isPatient: false))
            }
        }

        @Test func `ten writers with long, rolled-back and partly undone transactions: not one change is passed over`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id BIGINT NOT NULL PRIMARY KEY, writer INT NOT NULL, v INT NOT NULL")
                var reader = try await StreamReader(pair, table: "t")
                let finish = FinishLine(for: 10)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<10 {
                        group.addTask {
                            defer { finish.reach() }
                            try await BusyWriter(number: number, node: pair.primary).work(transactions: 150)
                        }
                    }
                    while !finish.isReachedByAll { try await reader.pass() }
                    try await group.waitForAll()
                }
                try await reader.pass(untilQuiet: true)
                #expect(reader.lateEntries > 0, "where no writer overtakes another the test tests nothing")
                #expect(try await pair.differences("t") == [])
                #expect(Int(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t") ?? "0") ?? 0 > 500)
            }
        }
    }
}
