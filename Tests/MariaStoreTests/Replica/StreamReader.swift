import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

/// Ships one table while it is being written: the settled head at the source, the window at the reader.
struct StreamReader: Sendable {
    private let pair: CopyPair
    private let table: FeedTable
    private let incarnation: Incarnation
    private let clock = ContinuousClock()
    private let start = ContinuousClock().now
    private(set) var machine = SettledHeadMachine(settled: .start, head: .start)
    private(set) var window = ShippingWindow(cursor: .start)
    /// Entries that appeared below one that had been applied already.
    private(set) var lateEntries = 0

    init(_ pair: CopyPair, table: String) async throws {
        self.pair = pair
        self.table = try #require(try await pair.primary.announced(table))
        incarnation = try await pair.primary.feed.incarnation()
    }

    private var now: Instant { Instant(nanoseconds: UInt64(start.duration(to: clock.now).nanoseconds) + 1_000_000_000) }

    /// Settles what can be settled, then ships what is there; over and over where the feed must become quiet.
    mutating func pass(untilQuiet: Bool = false) async throws {
        repeat {
            try await settle()
            try await ship()
        } while untilQuiet && !(machine.isQuiet && window.cursor >= machine.head)
    }

    private mutating func settle() async throws {
        machine.headSeen(try await pair.primary.source.head(after: machine.head))
        var directives = machine.tick(at: now)
        while !directives.isEmpty { directives = try await carryOut(directives.removeFirst()) + directives }
    }

    private mutating func carryOut(_ directive: SettledHeadMachine.Directive) async throws -> [SettledHeadMachine
        .Directive]
    {
        let source = pair.primary.source
        switch directive {
        case .tryQuick:
            guard let drawn = try await source.drawQuietly() else { return machine.quickRefused() }
            return machine.quickSucceeded(drawn: drawn)
        case .openCanary:
            let opened = try await source.openCanary()
            machine.canaryOpened(drawn: opened.drawn, canary: opened.canary, at: now)
        case .listTransactions:
            return machine.listed(try await source.openTransactions())
        case .closeCanary:
            await source.closeCanary()
        case .settled:
            break
        }
        return []
    }

    private mutating func ship() async throws {
        let settled = machine.settled
        _ = try await pair.primary.feed.openSnapshot(newsIn: [], origin: .all)
        do {
            var batch: FeedBatch
            repeat {
                batch = try await pair.primary.feed.batch(
                    of: table, after: window.readFrom, limit: 500, origin: .only(.primary))
                let news = window.news(in: batch)
                lateEntries += news.count { $0.position < window.highest }
                _ = try await pair.secondary.store.apply(
                    ApplyWork(
                        item: CopyPair.item, incarnation: incarnation,
                        tables: [
                            .init(
                                theirs: table.shape, rows: news, cursor: window.cursor(after: batch, settled: settled))
                        ]))
                window.committed(batch, settled: settled)
            } while batch.isCut
        } catch {
            await pair.primary.feed.closeSnapshot()
            throw error
        }
        await pair.primary.feed.closeSnapshot()
    }
}
