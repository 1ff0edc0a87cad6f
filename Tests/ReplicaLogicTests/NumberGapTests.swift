import ReplicaLogic
import Testing
import Vocabulary

@Suite struct NumberGapTests {
    private let gap = NumberGap(after: Stamps.at(10), drawn: Stamps.at(14), until: Stamps.at(20))

    @Test func `no entry stands above the last one and up to the end of the gap`() {
        let inside = (0...30).filter { gap.contains(entryAt: Stamps.at($0)) }
        #expect(inside == Array(11...20))
    }

    @Test func `a cursor may stand wherever a number may have been drawn`() {
        let inside = (0...30).filter { gap.contains(cursorAt: Stamps.at($0)) }
        #expect(inside == Array(15...20))
    }

    @Test func `an empty gap contains nothing`() {
        let empty = NumberGap(after: Stamps.at(10), drawn: Stamps.at(10), until: Stamps.at(10))
        for position in UInt64(0)...20 {
            #expect(!empty.contains(entryAt: Stamps.at(position)))
            #expect(!empty.contains(cursorAt: Stamps.at(position)))
        }
    }
}
