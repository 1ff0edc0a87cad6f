import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

@Suite struct MenuServiceTests {
    private let desk = MemoryMenuDesk()
    private let board = NodeBoard(mode: .secondary)

    init() { own(.secondary) }

    private func own(_ owner: Mode) {
        board.change { $0.scopes = [ScopeReport(scope: .guest, owner: owner, epoch: Epoch(rawValue: 1))] }
    }

    private func answer(_ call: MemoryAGICall) async {
        await MenuService(desk: desk, board: board, logger: RunningService.quietLogger).answer(call)
    }

    private func sounds(_ call: MemoryAGICall) -> [String] {
        call.said.compactMap { command in
            switch command {
            case .play(let sound, _), .takeDigits(let sound, _, _): sound
            case .answer, .hangUp, .sayDigits, .sayNumber, .sayTime, .setVariable, .note: nil
            }
        }
    }

    @Test func `a guest sets a wake-up, hears it read back and the dialplan is told that all is done`() async throws {
        let call = MemoryAGICall(["wake-up", "1001", "101", "", "id", ""], keys: ["0730", "1"])
        await answer(call)
        #expect(call.isAnswered)
        #expect(desk.withState { $0.wakeUps.map(\.time) } == [try TimeOfDay("07:30")])
        #expect(call.said.contains(.sayTime(try TimeOfDay("07:30"), format: "IMp", endedBy: AGICommand.keys)))
        #expect(sounds(call).prefix(2) == ["time", "beep"])
        #expect(call.variables["FEATURE_ENDING"] == "done")
    }

    @Test func `the channel's end is moved on before each thing that is done`() async {
        let call = MemoryAGICall(["wake-up", "1001", "101", "", "id", ""], keys: ["0730", "1"])
        await answer(call)
        var isMoved = false
        for command in call.commands.dropLast() {
            switch command {
            case .setVariable("TIMEOUT(absolute)", let seconds):
                #expect((1...60).contains(Int(seconds) ?? 0))
                isMoved = true
            case .setVariable, .answer, .hangUp, .play, .takeDigits, .sayDigits, .sayNumber, .sayTime, .note:
                #expect(isMoved, "\(command)")
                isMoved = false
            }
        }
    }

    @Test func `a key that is pressed early ends what is said, and is the first digit`() async throws {
        let call = MemoryAGICall(["wake-up", "1001", "101"], keys: ["630", "1"])
        call.press("0", during: "time")
        await answer(call)
        #expect(desk.withState { $0.wakeUps.map(\.time) } == [try TimeOfDay("06:30")])
        #expect(sounds(call).prefix(2) == ["time", "silence/1"])
    }

    @Test func `a guest is spoken to in its language where there are sounds of it`() async {
        desk.withState { $0.language = "fr" }
        let french = MemoryAGICall(["set-wake-up", "1001", "101", "0730", "id", "", "en&fr&es"])
        await answer(french)
        #expect(french.variables["CHANNEL(language)"] == "fr")
        #expect(french.said.contains { if case .sayTime(_, "kM", _) = $0 { true } else { false } })
        let notInstalled = MemoryAGICall(["set-wake-up", "1001", "101", "0730", "id", "", "en&es"])
        await answer(notInstalled)
        #expect(notInstalled.variables["CHANNEL(language)"] == nil)
        #expect(notInstalled.said.contains { if case .sayTime(_, "IMp", _) = $0 { true } else { false } })
        desk.withState { $0.language = "tlh" }
        let other = MemoryAGICall(["set-wake-up", "1001", "101", "0730"])
        await answer(other)
        #expect(other.variables["CHANNEL(language)"] == nil)
    }

    @Test func `a node that does not own the guests says so and nothing else`() async {
        own(.primary)
        let call = MemoryAGICall(["do-not-disturb-on", "1001", "101"])
        await answer(call)
        #expect(call.variables == ["FEATURE_ENDING": "elsewhere"])
        #expect(!call.isAnswered)
        #expect(desk.withState { $0.requests }.isEmpty)
        // What people set for themselves either node may do.
        let personal = MemoryAGICall(["do-not-disturb-on", "2001", ""])
        await answer(personal)
        #expect(desk.withState { $0.requests } == [.setDoNotDisturb(true)])
    }

    @Test func `a node that does not own the guests takes wake-ups where it may, and nothing else`() async throws {
        own(.primary)
        let service = MenuService(
            desk: desk, board: board, logger: RunningService.quietLogger, takesWakeUps: { true })
        let call = MemoryAGICall(["set-wake-up", "1001", "101", "0730"])
        await service.answer(call)
        #expect(call.variables["FEATURE_ENDING"] == "done")
        #expect(desk.withState { $0.wakeUps.map(\.time) } == [try TimeOfDay("07:30")])
        let other = MemoryAGICall(["do-not-disturb-on", "1001", "101"])
        await service.answer(other)
        #expect(other.variables["FEATURE_ENDING"] == "elsewhere")
    }

    @Test func `a caller who hangs up, at whatever moment, ends it quietly`() async {
        for count in 0...12 {
            let call = MemoryAGICall(["wake-up", "1001", "101"], keys: ["0730", "1"])
            call.hangUp(after: count)
            await answer(call)
            #expect(call.variables["FEATURE_ENDING"] == nil)
        }
    }

    @Test func `what is no feature, or has no menu, harms nothing`() async {
        let strange = MemoryAGICall(script: "other", ["wake-up"])
        await answer(strange)
        let unknown = MemoryAGICall(["dance", "1001"])
        await answer(unknown)
        #expect(strange.commands.isEmpty && unknown.commands.isEmpty)
        let minibar = MemoryAGICall(["minibar", "1001", "101", "3"])
        await answer(minibar)
        #expect(sounds(minibar) == ["im-sorry", "feature-not-avail-line"])
        #expect(minibar.variables["FEATURE_ENDING"] == "done")
    }

    @Test func `a house that cannot be asked says that it is to be tried later`() async {
        desk.withState { $0.refusal = .notNow }
        let call = MemoryAGICall(["message", "1001", "101"])
        await answer(call)
        #expect(sounds(call) == ["im-sorry", "please-try-call-later"])
    }
}
