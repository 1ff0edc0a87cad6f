import PairLogic
import Testing
import Vocabulary

@testable import Simulation

/// What counts as known to a node, of which the simulation says that it must not act against that.
@Suite struct ReignBookTests {
    private static let own = reign(.primary, 2)
    private static let peers = reign(.secondary, 3)

    private static func reign(_ owner: Mode, _ epoch: UInt64) -> Ownership {
        Ownership(scope: .configuration, owner: owner, epoch: Epoch(rawValue: epoch))
    }

    /// Both nodes have stored that the peer owns.
    private static func afterTakeover() -> ReignBook {
        var book = ReignBook()
        for node in [Mode.secondary, .primary] {
            let fault = book.fault(storing: ReignRecord(peers), over: ReignRecord(own), by: node)
            #expect(fault == nil)
        }
        return book
    }

    @Test func `nobody acts in a reign that it has stored, or will read, to be over`() {
        var book = Self.afterTakeover()
        #expect(book.fault(acting: Self.own, by: .primary) != nil)
        book.began(.primary, with: ReignRecord(Self.peers), beside: ReignRecord(Self.peers))
        #expect(book.fault(acting: Self.own, by: .primary) != nil)
    }

    @Test func `what a disk showed before it was put back is not known to a daemon that never read it`() {
        var book = Self.afterTakeover()
        book.began(.primary, with: ReignRecord(Self.own), beside: ReignRecord(Self.peers))
        #expect(book.fault(acting: Self.own, by: .primary) == nil)
    }

    @Test func `that one scope will be read changes nothing of what is known of the other`() {
        var book = Self.afterTakeover()
        let guest = ReignRecord.first(of: .guest)
        book.began(.primary, with: guest, beside: guest)
        #expect(book.fault(acting: Self.own, by: .primary) != nil)
    }
}
