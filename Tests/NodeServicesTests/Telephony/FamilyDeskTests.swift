import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Families of Asterisk's database and their tables follow each other.
@Suite struct FamilyDeskTests {
    private let asterisk = MemoryAsterisk()
    private let store = MemoryFamilyStore()
    private let board = NodeBoard(mode: .primary)
    private let clock = MemoryClock()
    private let family: AsteriskFamily
    private let service: FamilyService

    init() async throws {
        family = try AsteriskFamily("CF")
        service = FamilyService(
            asterisk: asterisk, store: store, board: board, clock: clock, logger: RunningService.quietLogger)
        name(family, .newestWins)
        try await put("201", "0049301")
    }

    @Test func `the first look takes in what Asterisk has, and only the family itself`() async throws {
        try await asterisk.put([
            AsteriskEntry(family: "CF/deep/er", key: "x", value: "1"),
            AsteriskEntry(family: "cf", key: "202", value: "2"),
            AsteriskEntry(family: "CFB", key: "203", value: "3"),
        ])
        var desk = FamilyDesk(service: service)
        await desk.look()
        #expect(store.reading(of: family)?.table == ["201": "0049301", "deep/er/x": "1"])
        #expect(board.read { $0.warnings["astdb CF"] } == nil)
    }

    @Test func `changes cross both ways`() async throws {
        var desk = FamilyDesk(service: service)
        await look(&desk)
        try await put("202", "5")
        try await asterisk.remove(family: "CF", key: "201")
        await look(&desk)
        #expect(store.reading(of: family)?.table == ["202": "5"])
        store.arrive("202", "6", in: family)
        store.arrive("203", "7", in: family)
        await look(&desk)
        #expect(try await value("202") == "6")
        #expect(try await value("203") == "7")
        store.arrive("203", nil, in: family)
        await look(&desk)
        #expect(try await value("203") == nil)
        #expect(store.reading(of: family)?.seen == ["202": "6"])
    }

    @Test func `a large family is looked at less often, but what arrives is written at once`() async throws {
        try await asterisk.put((0..<1_000).map { AsteriskEntry(family: "CF", key: "n\($0)", value: "1") })
        var desk = FamilyDesk(service: service)
        await look(&desk)
        await look(&desk)
        try await put("201", "9")
        await desk.look()
        #expect(store.reading(of: family)?.table["201"] == "0049301", "not looked at yet")
        store.arrive("n7", "2", in: family)
        await desk.look()
        #expect(try await value("n7") == "2")
        #expect(store.reading(of: family)?.table["201"] == "9")
    }

    @Test func `an Asterisk that was killed before its disk had the newest is given it again`() async throws {
        var desk = FamilyDesk(service: service)
        await look(&desk)
        let mark = try await asterisk.value(family: "comxfailover", key: "mark/CF")
        store.arrive("201", "new", in: family)
        await look(&desk)
        // What its disk had a second before.
        asterisk.become(.unreachable("connection refused"))
        await look(&desk)
        asterisk.become(.running)
        try await put("201", "0049301")
        try await asterisk.put([
            AsteriskEntry(family: "comxfailover", key: "mark/CF", value: try #require(mark))
        ])
        await look(&desk)
        #expect(try await value("201") == "new")
        #expect(store.reading(of: family)?.table == ["201": "new"])
        #expect(board.read { $0.decisions.newest(5) }.contains { $0.decision.contains("put back") })
    }

    @Test func `an Asterisk with an empty database deletes nothing at the peer`() async throws {
        var desk = FamilyDesk(service: service)
        await look(&desk)
        try await asterisk.removeTree(family: "CF")
        try await asterisk.removeTree(family: "comxfailover")
        await look(&desk)
        #expect(try await value("201") == "0049301")
    }

    @Test func `two changes of one entry are told with both values`() async throws {
        var desk = FamilyDesk(service: service)
        await look(&desk)
        try await put("201", "mine")
        store.arrive("201", "theirs", in: family)
        await look(&desk)
        #expect(store.reading(of: family)?.table == ["201": "mine"])
        let evidence = board.read { $0.decisions.newest(5) }.flatMap(\.evidence)
        #expect(evidence.contains("201: Asterisk had `mine`, the table `theirs`"))
        #expect(store.losers == [FamilyLoser(entry: "201", side: .table, loser: "theirs", winner: "mine")])
        // A removal loses, and wins, as any other change.
        try await asterisk.remove(family: "CF", key: "201")
        store.arrive("201", "again", in: family)
        await look(&desk)
        #expect(store.losers.last == FamilyLoser(entry: "201", side: .table, loser: "again", winner: nil))
    }

    @Test func `at the first look the table holds where the newer change wins, and Asterisk's value is kept`()
        async throws
    {
        store.arrive("201", "theirs", in: family)
        var desk = FamilyDesk(service: service)
        await look(&desk)
        #expect(try await value("201") == "theirs")
        #expect(store.losers == [FamilyLoser(entry: "201", side: .asterisk, loser: "0049301", winner: "theirs")])
    }

    @Test(arguments: [Mode.primary, .secondary])
    func `of a family that one node owns only the owner keeps what its table had`(owner: Mode) async throws {
        name(family, .owned(.configuration))
        board.change { content in
            content.scopes = [ScopeReport(scope: .configuration, owner: owner, epoch: Epoch(rawValue: 2))]
        }
        var desk = FamilyDesk(service: service)
        await look(&desk)
        try await put("201", "mine")
        store.arrive("201", "theirs", in: family)
        await look(&desk)
        #expect(store.losers.count == (owner == .primary ? 1 : 0))
    }

    @Test func `an item that is off is not looked at, and one that is gone loses its table`() async throws {
        name(family, .newestWins, isEnabled: false)
        var desk = FamilyDesk(service: service)
        await desk.look()
        #expect(store.reading(of: family) == FamilyReading())
        board.change { $0.items = [] }
        await desk.look()
        #expect(store.families.isEmpty)
    }

    @Test func `a family that is too large is left alone, and that is told`() async throws {
        try await asterisk.put(
            (0...FamilyRound.entriesMax).map { AsteriskEntry(family: "CF", key: "n\($0)", value: "") })
        var desk = FamilyDesk(service: service)
        await desk.look()
        #expect(store.reading(of: family)?.table.isEmpty == true)
        #expect(board.read { $0.warnings["astdb CF"] }?.contains("entries and is not copied") == true)
    }

    @Test func `a value that cannot be said to Asterisk is told, and the others are written`() async throws {
        var desk = FamilyDesk(service: service)
        await look(&desk)
        store.arrive("202", "two\nlines", in: family)
        store.arrive("203", "5", in: family)
        await look(&desk)
        #expect(try await value("203") == "5")
        #expect(board.read { $0.warnings["astdb CF"] }?.contains("1 entries of family CF cannot be written") == true)
    }

    @Test func `a database that is away is told, and nothing is done`() async throws {
        var desk = FamilyDesk(service: service)
        store.set(answers: false)
        await desk.look()
        #expect(board.read { $0.warnings["astdb"] }?.contains("does not answer") == true)
        store.set(answers: true)
        await desk.look()
        #expect(store.reading(of: family)?.table == ["201": "0049301"])
    }

    @Test func `two nodes with an Asterisk each come to the same`() async throws {
        let (there, other) = (MemoryFamilyStore(), MemoryAsterisk())
        let peer = FamilyService(
            asterisk: other, store: there, board: NodeBoard(mode: .secondary), clock: clock,
            logger: RunningService.quietLogger)
        peer.board.change { [items = board.read(\.items)] in $0.items = items }
        var (desk, peerDesk) = (FamilyDesk(service: service), FamilyDesk(service: peer))
        try await other.put([AsteriskEntry(family: "CF", key: "204", value: "theirs")])
        await look(&desk)
        await look(&peerDesk)
        carry(from: store, to: there)
        carry(from: there, to: store)
        await look(&desk)
        await look(&peerDesk)
        #expect(try await other.value(family: "CF", key: "201") == "0049301")
        #expect(try await value("204") == "theirs")
        try await other.remove(family: "CF", key: "204")
        await look(&peerDesk)
        carry(from: there, to: store, deleting: ["204"])
        await look(&desk)
        #expect(try await value("204") == nil)
        #expect(store.reading(of: family)?.table == there.reading(of: family)?.table)
    }

    /// What the copy does with rows that one of the two tables lacks.
    private func carry(from source: MemoryFamilyStore, to target: MemoryFamilyStore, deleting gone: [String] = []) {
        let (here, there) = (source.reading(of: family)?.table ?? [:], target.reading(of: family)?.table ?? [:])
        for (entry, value) in here where there[entry] == nil { target.arrive(entry, value, in: family) }
        for entry in gone { target.arrive(entry, nil, in: family) }
    }

    private func name(_ family: AsteriskFamily, _ rule: ItemRule, isEnabled: Bool = true) {
        board.change { content in
            content.items = [
                ItemDefinition(
                    name: ItemName(literal: "forwarding"), rule: rule, tables: [.init(name: family.table)],
                    isEnabled: isEnabled, isBuiltIn: false)
            ]
        }
    }

    private func look(_ desk: inout FamilyDesk) async {
        clock.advance(by: .seconds(31))
        await desk.look()
    }

    private func put(_ entry: String, _ value: String) async throws {
        try await asterisk.put([AsteriskEntry(family: "CF", key: entry, value: value)])
    }

    private func value(_ entry: String) async throws -> String? { try await asterisk.value(family: "CF", key: entry) }
}
