import HotelLogic
import Ports
import ReplicaLogic
import TestSupport
import Vocabulary
import Wire

@testable import NodeServices

/// An Asterisk that writes down its calls, a store, and the desk between them.
struct CallScene {
    let asterisk = MemoryAsterisk()
    let files: MemoryCallFiles
    let store = MemoryCallStore()
    let board = NodeBoard(mode: .primary)
    let clock = MemoryClock()
    /// Seconds since 1970 at the scene's beginning.
    let second: Int64
    private let hasPeer: Bool

    init(linesMax: Int = 1_000, hasPeer: Bool = false) {
        files = MemoryCallFiles(linesMax: linesMax)
        self.hasPeer = hasPeer
        second = clock.wallTime().rawValue / 1_000_000
        board.change { content in
            content.feed.life = FeedLife(
                memory: .init(incarnation: Incarnation(rawValue: 7), head: .start), superseded: nil,
                suspectAbove: nil)
        }
        asteriskRuns(forSeconds: 100_000)
    }

    func desk() -> CallDesk {
        CallDesk(
            service: CallService(
                asterisk: asterisk, files: files, store: store, board: board, clock: clock, hasPeer: hasPeer,
                logger: RunningService.quietLogger))
    }

    func asteriskRuns(forSeconds seconds: Int64) {
        asterisk.set(answer: ["System uptime: \(seconds)", "Last reload: 1"], toCommand: AsteriskUptime.command)
    }

    /// A call that begins: of the leg `id`, at so many seconds after the scene's beginning.
    func begins(_ id: String, at offset: Int64 = 0) {
        event("CHAN_START", id, at: offset)
        event("call", id, at: offset, extra: #"{""extra"":""c-\#(id)/1001/101""}"#)
    }

    func event(_ name: String, _ id: String, at offset: Int64, extra: String = "") {
        files.append(
            [#""\#(name)","\#(second + offset).5","\#(id)","\#(id)","PJSIP/1001-1","101","202","x","","","\#(extra)""#],
            to: .events)
    }

    /// A call that ends.
    func ends(_ id: String, at offset: Int64 = 10, number: Int = 1) {
        event("CHAN_END", id, at: offset)
        files.append([line(id, at: offset, number: number)], to: .records)
    }

    func line(_ id: String, at offset: Int64 = 10, number: Int = 1) -> String {
        #""c-\#(id)","\#(id)","\#(id)","101","202","x","PJSIP/1001-1","PJSIP/202-2","\#(second).5","\#(second + 2).5","#
            + #""\#(second + offset).5","10","8","ANSWERED","","","101","1001","\#(number)""#
    }

    var entries: [CallEntry] { store.withState { $0.entries } }
    var ids: [String] { entries.map(\.callID) }

    /// Asterisk dies and begins anew, and as much time passes as its dead calls are given.
    func asteriskDies(_ desk: inout CallDesk) async {
        asterisk.become(.unreachable("killed"))
        await desk.look(asteriskIsNew: true)
        clock.advance(by: .seconds(20))
        asteriskRuns(forSeconds: 1)
        asterisk.become(.running)
        await desk.look(asteriskIsNew: true)
        clock.advance(by: CallDesk.settleTime)
        await desk.look(asteriskIsNew: false)
    }
}
