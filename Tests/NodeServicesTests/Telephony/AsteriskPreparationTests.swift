import AsteriskText
import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// What Asterisk needs of its host is there, and what only a restart brings is told.
@Suite struct AsteriskPreparationTests {
    private let asterisk = MemoryAsterisk(situation: .starting)
    private let files = MemoryAsteriskFiles(["asterisk.conf": "[options]\nverbose = 3\n"])
    private let calls = MemoryCallFiles()
    private let board = NodeBoard(mode: .primary)
    private let clock = MemoryClock()

    private func preparation(_ name: String, _ profile: AsteriskProfile = .plain) throws -> AsteriskPreparation {
        AsteriskPreparation(
            service: TelephonyService(
                asterisk: asterisk, files: files, calls: calls, store: MemoryTelephonyStore(), board: board,
                clock: clock,
                node: PlanningNode(
                    mode: .primary, profile: profile, systemName: try TelephonyName(name),
                    timeZone: try ZoneName("Europe/Vienna")), wanted: Bell(), finish: { $0 },
                logger: RunningService.quietLogger))
    }

    private func warning(_ topic: String) -> String? { board.read { $0.warnings[topic] } }

    @Test func `folders and name are there before Asterisk is, and looked after`() async throws {
        var preparation = try preparation("primary")
        await preparation.look()
        #expect(calls.preparations == 1)
        #expect(files.texts == ["asterisk.conf": "[options]\nsystemname = primary\nverbose = 3\n"])
        try files.write(["asterisk.conf": ""])
        await preparation.look()
        #expect(calls.preparations == 1)
        clock.advance(by: AsteriskPreparation.lookEvery)
        await preparation.look()
        #expect(calls.preparations == 2)
        #expect(files.texts["asterisk.conf"]?.contains("systemname = primary") == true)
    }

    @Test func `a folder that cannot be made is told, and tried again soon`() async throws {
        calls.set(trouble: "cannot make log/cdr-custom: Permission denied")
        var preparation = try preparation("primary")
        await preparation.look()
        #expect(warning("call-folders")?.contains("Permission denied") == true)
        #expect(files.texts["asterisk.conf"]?.contains("systemname = primary") == true, "the name is set all the same")
        calls.set(trouble: nil)
        clock.advance(by: AsteriskPreparation.retryEvery)
        await preparation.look()
        #expect(warning("call-folders") == nil)
    }

    @Test func `an Asterisk that runs under another name is told until it was restarted`() async throws {
        asterisk.become(.running)
        var preparation = try preparation("primary")
        await preparation.look()
        #expect(warning("system-name")?.contains("`memory`, not as `primary`") == true)
        #expect(warning("system-name")?.contains("core restart when convenient") == true)
        var renamed = try self.preparation("memory")
        await renamed.look()
        #expect(warning("system-name") == nil)
    }

    @Test func `on a FreePBX nothing is touched, and the name is asked for`() async throws {
        asterisk.become(.running)
        var preparation = try preparation("primary", .freePBX)
        await preparation.look()
        #expect(calls.preparations == 0)
        #expect(files.texts == ["asterisk.conf": "[options]\nverbose = 3\n"])
        #expect(warning("system-name")?.contains("set `systemname = primary`") == true)
    }
}
