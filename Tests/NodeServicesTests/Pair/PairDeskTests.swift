import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

@Suite struct PairDeskTests {
    @Test func `two nodes that hear each other are online, four heartbeats a second`() {
        let scene = PairScene()
        scene.pass(.seconds(10))
        #expect(scene.primary.state == .online && scene.secondary.state == .online)
        #expect((38...42).contains(scene.primary.port.sent.count))
        #expect(scene.primary.board.read { $0.peer?.seesEachOther } == true)
    }

    @Test func `a feed that moved is told early, and the peer's copy is woken by it`() async {
        let scene = PairScene()
        scene.pass(.seconds(5))
        let sent = scene.primary.port.sent.count
        scene.primary.board.change { $0.feed.head = FeedPosition(rawValue: 50) }
        scene.clock.advance(by: .milliseconds(30))
        scene.primary.desk.take(.feedMoved)
        #expect(scene.primary.port.sent.count == sent + 1)
        scene.secondary.desk.take(
            .socket(
                .received(.init(bytes: scene.primary.port.sent[sent], fromPeer: true, receivedAt: scene.clock.now()))))
        #expect(scene.secondary.facts?.feedHead == FeedPosition(rawValue: 50))
        scene.secondary.board.copyWanted.end()
        var rings = 0
        for await _ in scene.secondary.board.copyWanted.rings { rings += 1 }
        #expect(rings == 1)
    }

    @Test func `a feed that settled is told early, and wakes the peer's copy once more`() async {
        let scene = PairScene()
        let head = FeedPosition(rawValue: 50)
        scene.primary.board.change { $0.feed.head = head }
        scene.primary.desk.take(.feedMoved)
        scene.pass(.seconds(5))
        let sent = scene.primary.port.sent.count
        let bell = scene.secondary.board.copyWanted
        var rings = bell.rings.makeAsyncIterator()
        scene.primary.board.change { $0.feed.settled = head }
        scene.clock.advance(by: .milliseconds(30))
        scene.primary.desk.take(.feedMoved)
        #expect(scene.primary.port.sent.count == sent + 1)
        _ = await rings.next()
        scene.secondary.desk.take(
            .socket(
                .received(.init(bytes: scene.primary.port.sent[sent], fromPeer: true, receivedAt: scene.clock.now()))))
        #expect(scene.secondary.facts?.settledHead == head)
        bell.end()
        var count = 0
        while await rings.next() != nil { count += 1 }
        #expect(count == 1)
    }

    @Test func `how a node stands towards ringing crosses with its heartbeats, early where it changed`() {
        let scene = PairScene()
        scene.pass(.seconds(5))
        // A node that says nothing of ringing wakes nobody.
        let silent = scene.secondary.board.read { $0.peerRinging?.stand }
        #expect(silent?.ability == RingingAbility.none)
        #expect(silent?.isFirst == false)
        #expect(scene.primary.board.read { $0.peerRinging?.stand.isFirst } == true, "it owns the guests")
        let stand = RingingStand(
            mark: .init(run: BootID(rawValue: 11), serial: 4), isFirst: true, epoch: Epoch(rawValue: 6),
            ability: .unkept, holdsTurn: true, fallbacks: 3, heard: .init(run: BootID(rawValue: 22), serial: 2))
        scene.primary.board.change {
            $0.ringing = RingingStanding(
                stand: stand, rings: true, lastStep: scene.clock.now(), dueCount: 0, unkeptCount: 0)
        }
        let sent = scene.primary.port.sent.count
        scene.clock.advance(by: .milliseconds(40))
        scene.primary.desk.take(.standMoved)
        #expect(scene.primary.port.sent.count == sent + 1)
        scene.secondary.desk.take(
            .socket(
                .received(.init(bytes: scene.primary.port.sent[sent], fromPeer: true, receivedAt: scene.clock.now()))))
        let heard = scene.secondary.board.read { $0.peerRinging }
        #expect(heard?.stand == stand)
        #expect(heard?.pause == .milliseconds(40))
        #expect(heard?.at == scene.clock.now())
    }

    @Test func `the tables that moved a feed are named with it, once`() throws {
        let scene = PairScene()
        scene.pass(.seconds(5))
        let sent = scene.primary.port.sent.count
        scene.primary.board.change { content in
            content.feed.saw(FeedNews(heads: [4: FeedPosition(rawValue: 50), 9: FeedPosition(rawValue: 49)]))
            content.feed.head = FeedPosition(rawValue: 50)
        }
        scene.pass(.seconds(1))
        #expect(scene.secondary.board.read { $0.movedAtPeer } == [4, 9])
        let named = try scene.primary.port.sent.dropFirst(sent).map {
            try HeartbeatMessage(datagram: $0, keys: [PairScene.key]).movedTables
        }
        #expect(named.filter { !$0.isEmpty } == [[4, 9]])
    }

    @Test func `a node that is starting says so, and is no longer starting when it reached its database`() {
        let scene = PairScene()
        scene.primary.board.change { content in
            content.isDatabaseUp = false
            content.isDatabaseStarting = true
            content.feed.life = nil
        }
        scene.pass(.seconds(3))
        #expect(scene.secondary.state == .starting)
        scene.primary.board.change { content in
            content.isDatabaseUp = true
            content.isDatabaseStarting = false
        }
        scene.pass(.seconds(2))
        #expect(scene.secondary.state == .online)
        scene.primary.board.change { $0.isDatabaseUp = false }
        scene.pass(.seconds(1))
        #expect(scene.secondary.state == .degraded(.databaseDown), "a real fault is one")
    }

    @Test func `another secret, and a recording, are believed nothing and counted`() {
        let stranger = HeartbeatKey(pair: PairScene.key.pair, bytes: Array(repeating: 9, count: 32))
        let scene = PairScene(secondaryKey: stranger)
        scene.pass(.seconds(5))
        #expect(scene.primary.state == .offline(.secretsDiffer) && scene.primary.facts == nil)
        let honest = PairScene()
        honest.pass(.seconds(5))
        let recorded = honest.secondary.port.sent[8]
        for _ in 0..<3 {
            honest.primary.desk.take(
                .socket(.received(.init(bytes: recorded, fromPeer: true, receivedAt: honest.clock.now()))))
        }
        #expect(honest.primary.board.read { $0.peer?.droppedDatagrams[.replayed] } == 3)
    }

    @Test func `two nodes of one mode are told so`() {
        let scene = PairScene(secondaryMode: .primary)
        scene.pass(.seconds(5))
        #expect(scene.primary.state == .degraded(.sameMode))
    }

    @Test func `another owner is told at once, and once`() async {
        let scene = PairScene()
        scene.pass(.seconds(2))
        let sent = scene.primary.port.sent.count
        scene.primary.board.change {
            $0.scopes[1] = ScopeReport(scope: .guest, owner: .primary, epoch: Epoch(rawValue: 4))
        }
        scene.primary.desk.take(.standMoved)
        #expect(scene.primary.port.sent.count == sent + 1)
        scene.pass(.seconds(2))
        let facts = scene.secondary.facts
        #expect(facts?.guest == Ownership(scope: .guest, owner: .primary, epoch: Epoch(rawValue: 4)))
        scene.secondary.board.reignMoved.end()
        var rings = 0
        for await _ in scene.secondary.board.reignMoved.rings { rings += 1 }
        #expect(rings == 1, "rings that nobody listened to are one")
    }

    @Test func `a peer that remembers more of this node's feed than there is finds it restored`() {
        let scene = PairScene()
        scene.pass(.seconds(2))
        let memory = FeedMemory(incarnation: Incarnation(rawValue: 1), head: FeedPosition(rawValue: 900))
        scene.secondary.board.change { $0.peerMemory = memory }
        scene.pass(.seconds(10))
        #expect(scene.primary.board.read { $0.lostFeed } == memory)
    }

    @Test func `a peer that remembers a number which this feed skipped finds it restored at once`() {
        let scene = PairScene()
        let gap = NumberGap(
            after: FeedPosition(rawValue: 10), drawn: FeedPosition(rawValue: 12), until: FeedPosition(rawValue: 90))
        let memory = FeedMemory(incarnation: Incarnation(rawValue: 1), head: FeedPosition(rawValue: 40))
        scene.primary.board.change { content in
            content.feed.head = FeedPosition(rawValue: 200)
            content.feed.life = FeedLife(
                memory: FeedMemory(incarnation: Incarnation(rawValue: 1), head: FeedPosition(rawValue: 200)),
                superseded: nil, suspectAbove: nil, gaps: [gap])
        }
        scene.secondary.board.change { $0.peerMemory = memory }
        scene.pass(.seconds(1))
        #expect(scene.primary.board.read { $0.lostFeed } == memory)
    }

    @Test func `a peer whose memory fits lets the gaps be forgotten`() {
        #expect(isFoundSound(readUpTo: 130))
        #expect(isFoundSound(readUpTo: 90), "the end of a gap is where the first settled head stands")
    }

    @Test func `the gaps stay while the peer's cursor points into one, or is not known`() {
        #expect(!isFoundSound(readUpTo: 50))
        #expect(!isFoundSound(readUpTo: 0))
        #expect(!isFoundSound(readUpTo: 130, guestsUpTo: 50))
        #expect(!isFoundSound(readUpTo: 130, guestsUpTo: 201))
    }

    /// Whether the Primary, whose feed skipped 11 to 90 and reaches 200, finds it sound; the Secondary has seen an
    /// entry at 120.
    private func isFoundSound(readUpTo cursor: UInt64, guestsUpTo guests: UInt64 = 130) -> Bool {
        let scene = PairScene()
        let gap = NumberGap(
            after: FeedPosition(rawValue: 10), drawn: FeedPosition(rawValue: 12), until: FeedPosition(rawValue: 90))
        scene.primary.board.change { content in
            content.feed.life = FeedLife(
                memory: FeedMemory(incarnation: Incarnation(rawValue: 1), head: FeedPosition(rawValue: 200)),
                superseded: nil, suspectAbove: nil, gaps: [gap])
        }
        scene.secondary.board.change {
            $0.peerMemory = FeedMemory(incarnation: Incarnation(rawValue: 1), head: FeedPosition(rawValue: 120))
            $0.acknowledged = FeedPosition(rawValue: cursor)
            $0.guestsAcknowledged = FeedPosition(rawValue: guests)
        }
        scene.pass(.seconds(1))
        return scene.primary.board.read { $0.isFeedSound && $0.lostFeed == nil }
    }
}
