import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// Each call is written down once, whatever dies meanwhile.
@Suite struct CallDeskTests {
    @Test func `a call is written down when it is over, with how far the files were read`() async {
        let scene = CallScene()
        var desk = scene.desk()
        scene.begins("a")
        await desk.look(asteriskIsNew: true)
        #expect(scene.entries.isEmpty)
        #expect(scene.store.withState { $0.reading.open.first?.callID } == "c-a")
        scene.ends("a")
        await desk.look(asteriskIsNew: false)
        #expect(scene.ids == ["c-a"])
        #expect(scene.entries.first?.outcome == .answered)
        #expect(scene.store.withState { $0.reading.open.isEmpty })
        #expect(scene.board.read { $0.calls?.recordsWritten } == 1)
        #expect(scene.board.read { $0.calls?.isCaughtUp } == true)
        let batches = scene.store.withState { $0.batches }
        await desk.look(asteriskIsNew: false)
        #expect(scene.store.withState { $0.batches } == batches, "nothing new, and nothing is kept")
    }

    @Test func `what Asterisk wrote while the daemon was dead is read when it lives again, once`() async {
        let scene = CallScene(linesMax: 3)
        var first = scene.desk()
        for number in 0..<10 {
            scene.begins("a\(number)")
            scene.ends("a\(number)")
        }
        await first.look(asteriskIsNew: true)
        for number in 10..<30 {
            scene.begins("a\(number)")
            if number == 15 {
                scene.files.rotate(.records)
                scene.files.rotate(.events)
            }
            scene.ends("a\(number)")
        }
        var second = scene.desk()
        await second.look(asteriskIsNew: true)
        #expect(scene.ids == (0..<30).map { "c-a\($0)" })
        #expect(scene.store.withState { $0.reading.open.isEmpty })
    }

    @Test(arguments: [
        CallStoreFailure.unavailable(words: "gone"), .retry(words: "deadlock"), .moved,
        .database(words: "no such table"),
    ])
    func `while the database fails nothing is lost, and nothing doubled after`(failure: CallStoreFailure) async {
        let scene = CallScene()
        var desk = scene.desk()
        scene.begins("a")
        await desk.look(asteriskIsNew: true)
        scene.store.withState { $0.trouble = .fails(failure) }
        scene.ends("a")
        await desk.look(asteriskIsNew: false)
        scene.begins("b")
        scene.ends("b")
        await desk.look(asteriskIsNew: false)
        let isTold = scene.board.read { $0.warnings["call-records"] != nil }
        #expect(isTold == (failure != .moved && failure != .retry(words: "deadlock")))
        scene.store.withState { $0.trouble = nil }
        await desk.look(asteriskIsNew: false)
        #expect(scene.ids == ["c-a", "c-b"])
        #expect(scene.board.read { $0.warnings["call-records"] } == nil)
    }

    @Test func `a batch whose receipt was lost is not kept again`() async {
        let scene = CallScene()
        var desk = scene.desk()
        scene.begins("a")
        scene.ends("a")
        scene.store.withState { $0.trouble = .losesReceipt }
        await desk.look(asteriskIsNew: true)
        scene.begins("b")
        scene.ends("b")
        await desk.look(asteriskIsNew: false)
        #expect(scene.ids == ["c-a", "c-b"])
    }

    @Test func `lines that are read a second time are written down once`() async {
        let scene = CallScene()
        var desk = scene.desk()
        for number in 1...3 { scene.files.append([scene.line("a", number: number)], to: .records) }
        await desk.look(asteriskIsNew: true)
        #expect(scene.entries.count == 3, "a call that rang three phones")
        scene.store.withState { $0.reading.positions = [:] }
        var restored = scene.desk()
        await restored.look(asteriskIsNew: true)
        #expect(scene.entries.count == 3)
    }

    @Test func `a line that is no record is kept aside and told, and the others are read`() async {
        let scene = CallScene()
        var desk = scene.desk()
        scene.files.append(["\"half a li", scene.line("a"), #""1","2","3""#], to: .records)
        scene.files.append(["\"nonsense\""], to: .events)
        await desk.look(asteriskIsNew: true)
        #expect(scene.ids == ["c-a"])
        let refused = scene.store.withState { $0.refused }
        #expect(refused.map(\.file) == [.events, .records, .records])
        #expect(refused.map(\.reason) == ["1 values, not 11", "quotes do not fit", "3 values, not 19"])
        #expect(scene.board.read { $0.calls?.linesRefused } == 3)
        #expect(scene.board.read { $0.decisions.newest(1).first?.decision }?.contains("3 lines") == true)
    }

    @Test func `a call that dies with Asterisk is written down once, as interrupted`() async {
        let scene = CallScene()
        var desk = scene.desk()
        scene.begins("done")
        scene.ends("done")
        scene.begins("a")
        scene.event("ANSWER", "a", at: 2)
        await desk.look(asteriskIsNew: true)
        scene.clock.advance(by: CallDesk.settleTime)
        await desk.look(asteriskIsNew: false)
        scene.clock.advance(by: .seconds(1))
        await desk.look(asteriskIsNew: false)
        let seen = scene.clock.wallTime()
        await scene.asteriskDies(&desk)
        #expect(scene.ids == ["c-done", "c-a"])
        let dead = scene.entries.last
        #expect(dead?.outcome == .interrupted && dead?.endedAt == seen && dead?.calling == "1001")
        await scene.asteriskDies(&desk)
        #expect(scene.ids == ["c-done", "c-a"])
        #expect(scene.board.read { $0.calls?.recordsInterrupted } == 1)
        #expect(scene.board.read { $0.decisions.newest(1).first?.decision }?.contains("died with Asterisk") == true)
    }

    @Test func `a call that was up while daemon and Asterisk died is found by the next daemon`() async {
        let scene = CallScene()
        var first = scene.desk()
        scene.begins("a")
        await first.look(asteriskIsNew: true)
        scene.clock.advance(by: .seconds(600))
        scene.asteriskRuns(forSeconds: 30)
        scene.begins("b", at: 590)
        var second = scene.desk()
        await second.look(asteriskIsNew: true)
        scene.clock.advance(by: CallDesk.settleTime)
        scene.asteriskRuns(forSeconds: 35)
        await second.look(asteriskIsNew: false)
        #expect(scene.ids == ["c-a"])
        #expect(scene.store.withState { $0.reading.open.map(\.uniqueID) } == ["b"])
    }

    @Test func `a call that goes on while the daemon or the manager's session died is left alone`() async throws {
        let scene = CallScene()
        var desk = scene.desk()
        scene.begins("a")
        await desk.look(asteriskIsNew: true)
        scene.asterisk.become(.unreachable("the session ended"))
        await desk.look(asteriskIsNew: true)
        scene.asterisk.become(.running)
        await desk.look(asteriskIsNew: true)
        scene.clock.advance(by: CallDesk.settleTime)
        await desk.look(asteriskIsNew: false)
        #expect(scene.entries.isEmpty)
        scene.ends("a")
        await desk.look(asteriskIsNew: false)
        #expect(scene.entries.map(\.outcome) == [.answered])
    }

    @Test func `how long Asterisk lived is kept while calls are up, and not written while none is`() async {
        let scene = CallScene()
        var desk = scene.desk()
        await desk.look(asteriskIsNew: true)
        scene.clock.advance(by: CallDesk.settleTime)
        await desk.look(asteriskIsNew: false)
        scene.clock.advance(by: CallDesk.aliveEvery)
        await desk.look(asteriskIsNew: false)
        #expect(scene.store.withState { $0.batches } == 0)
        scene.begins("a")
        await desk.look(asteriskIsNew: false)
        scene.clock.advance(by: CallDesk.aliveEvery)
        await desk.look(asteriskIsNew: false)
        #expect(scene.store.withState { $0.reading.aliveAt } == scene.clock.wallTime())
    }

    @Test func `files that cannot be read are told`() async {
        let scene = CallScene()
        var desk = scene.desk()
        scene.files.set(trouble: "cannot read cdr-custom: Permission denied")
        await desk.look(asteriskIsNew: true)
        #expect(scene.board.read { $0.warnings["call-files"] }?.contains("Permission denied") == true)
        scene.files.set(trouble: nil)
        scene.begins("a")
        scene.ends("a")
        scene.files.lose(.records)
        await desk.look(asteriskIsNew: false)
        #expect(scene.board.read { $0.warnings["call-files"] } == nil)
    }

    @Test func `a file that vanished is told, and its successor read`() async {
        let scene = CallScene()
        var desk = scene.desk()
        scene.files.append([scene.line("a")], to: .records)
        await desk.look(asteriskIsNew: true)
        scene.files.lose(.records)
        scene.files.append([scene.line("b")], to: .records)
        await desk.look(asteriskIsNew: false)
        #expect(scene.ids == ["c-a", "c-b"])
        #expect(scene.board.read { $0.decisions.newest(1).first?.decision }?.contains("is gone") == true)
    }

    @Test func `a node that may have been restored waits for the peer to say, but not for ever`() async {
        let scene = CallScene(hasPeer: true)
        let gap = NumberGap(after: .start, drawn: .start, until: FeedPosition(rawValue: 9))
        func live(suspectAbove: FeedPosition? = nil, gaps: [NumberGap]) {
            scene.board.change { content in
                content.feed.life = FeedLife(
                    memory: .init(incarnation: Incarnation(rawValue: 7), head: .start), superseded: nil,
                    suspectAbove: suspectAbove, gaps: gaps)
            }
        }
        scene.files.append([scene.line("a")], to: .records)
        live(gaps: [gap])
        var desk = scene.desk()
        await desk.look(asteriskIsNew: true)
        #expect(scene.entries.isEmpty)
        live(suspectAbove: FeedPosition(rawValue: 3), gaps: [])
        scene.clock.advance(by: CallDesk.bootWait)
        await desk.look(asteriskIsNew: false)
        #expect(scene.entries.isEmpty, "it takes back what it lost")
        live(gaps: [gap])
        await desk.look(asteriskIsNew: false)
        #expect(scene.ids == ["c-a"])
    }
}
