import Ports
import ReplicaLogic
import Testing
import Vocabulary

@testable import NodeServices

/// As of when a node has the other's lines of wake-ups.
@Suite struct RingingLedgerLookTests {
    private func at(_ second: UInt64) -> Instant { Instant(nanoseconds: second * 1_000_000_000) }

    private func life(suspectAbove: FeedPosition? = nil) -> FeedLife {
        FeedLife(
            memory: FeedMemory(incarnation: Incarnation(rawValue: 2), head: FeedPosition(rawValue: 200)),
            superseded: nil, suspectAbove: suspectAbove)
    }

    private func board() -> NodeBoard {
        let board = NodeBoard(mode: .secondary)
        board.change { content in
            content.standings[WakeUpReader.item, default: ItemStanding()].state = .current
            content.standings[WakeUpReader.item]?.lookedAt = at(5)
        }
        return board
    }

    @Test func `a look at the peer counts while the copy is current`() {
        let board = board()
        #expect(board.read(\.ledgerCurrentAsOf) == at(5))
        board.change { $0.standings[WakeUpReader.item]?.state = .waitingForPeer }
        #expect(board.read(\.ledgerCurrentAsOf) == nil)
    }

    @Test func `a look from before the database was reached says nothing of what is in it`() {
        let board = board()
        _ = board.change { $0.feed.reached(life(), at: at(6)) }
        #expect(board.read(\.ledgerCurrentAsOf) == nil)
        board.change { $0.standings[WakeUpReader.item]?.lookedAt = at(7) }
        #expect(board.read(\.ledgerCurrentAsOf) == at(7))
    }

    @Test func `while this node takes back what it lost, or is to begin with it, nothing is known`() {
        let board = board()
        _ = board.change { $0.feed.reached(life(suspectAbove: FeedPosition(rawValue: 9)), at: at(4)) }
        #expect(board.read(\.ledgerCurrentAsOf) == nil)
        board.change { $0.feed.began(life()) }
        #expect(board.read(\.ledgerCurrentAsOf) == at(5))
        board.change { $0.lostFeed = life().memory }
        #expect(board.read(\.ledgerCurrentAsOf) == nil)
    }
}
