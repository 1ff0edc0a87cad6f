import AsteriskText
import HotelLogic
import Ports
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// What the tables say comes to Asterisk, and is there only when Asterisk shows it.
@Suite struct TelephonyDeskTests {
    private let asterisk: MemoryAsterisk
    private let files: MemoryAsteriskFiles
    private let store = MemoryTelephonyStore()
    private let board = NodeBoard(mode: .primary)
    private let node: PlanningNode

    init() throws {
        asterisk = MemoryAsterisk(situation: .starting)
        files = MemoryAsteriskFiles(["rtp.conf": "; somebody's own\n"])
        node = PlanningNode(
            mode: .primary, systemName: try TelephonyName("primary"), timeZone: try ZoneName("Europe/Vienna"))
    }

    private func desk() -> TelephonyDesk { TelephonyDesk(service: service(clock: MemoryClock())) }

    private func service(
        clock: any ClockPort, store: (any TelephonyStorePort)? = nil,
        finish: @escaping @Sendable (RenderedFiles) -> RenderedFiles = { $0 }
    ) -> TelephonyService {
        TelephonyService(
            asterisk: asterisk, files: files, calls: MemoryCallFiles(), store: store ?? self.store, board: board,
            clock: clock,
            node: node, wanted: Bell(), finish: finish, logger: RunningService.quietLogger)
    }

    /// Lets Asterisk's console show the markers of what the tables say now.
    private func loadWhatIsWanted() async throws -> RenderedFiles {
        let rendered = RenderedFiles(TelephonyPlanning(try await store.configuration(), node: node).plan)
        let marker = rendered.expectation.markerAOR
        asterisk.set(answer: ["  Aor:  \(marker)   0"], toCommand: "pjsip show aor \(marker)")
        asterisk.set(
            answer: ["   \(LoadExpectation.markerGlobal)=\(rendered.expectation.generation)"],
            toCommand: "dialplan show globals")
        return rendered
    }

    private var reloads: [String] {
        asterisk.deeds.compactMap { deed in
            if case .reload(let module) = deed { module } else { nil }
        }
    }

    @Test func `files are written for an Asterisk that is not there yet`() async throws {
        var desk = desk()
        await desk.look()
        let wanted = RenderedFiles(TelephonyPlanning(try await store.configuration(), node: node).plan)
        #expect(files.texts == wanted.texts)
        #expect(asterisk.deeds.isEmpty)
        #expect(board.read { $0.warnings["asterisk"] } == nil)
    }

    @Test func `a running Asterisk reloads what changed, and its markers are asked for`() async throws {
        asterisk.become(.running)
        let wanted = try await loadWhatIsWanted()
        var desk = desk()
        await desk.look()
        #expect(files.texts == wanted.texts)
        #expect(reloads.contains("res_pjsip.so") && reloads.last == "pbx_config.so")
        let told = try await asterisk.value(family: "daemon", key: "seen")
        #expect(told != nil)
        let count = asterisk.deeds.count
        await desk.look()
        #expect(asterisk.deeds.count == count, "nothing changed, and nothing is done")
    }

    @Test func `files that were written and never read are read`() async throws {
        asterisk.become(.running)
        let wanted = RenderedFiles(TelephonyPlanning(try await store.configuration(), node: node).plan)
        try files.write(wanted.texts.mapValues(Optional.some))
        var desk = TelephonyDesk(service: service(clock: HastyClock()))
        await desk.look()
        #expect(reloads.contains("res_pjsip.so") && reloads.contains("pbx_config.so"))
    }

    @Test func `an Asterisk that was started anew must show again what it loaded, and hears of the daemon`()
        async throws
    {
        asterisk.become(.running)
        _ = try await loadWhatIsWanted()
        var desk = desk()
        await desk.look()
        asterisk.become(.booting)
        await desk.look()
        asterisk.become(.running)
        try await asterisk.remove(family: "daemon", key: "seen")
        let asked = asterisk.deeds.count
        await desk.look()
        #expect(asterisk.deeds.dropFirst(asked).contains(.command("dialplan show globals")))
        let told = try await asterisk.value(family: "daemon", key: "seen")
        #expect(told != nil)
    }

    @Test func `changes that follow each other closely are rendered when they are over`() async throws {
        let clock = HastyClock()
        let busy = BusyStore(store)
        var desk = TelephonyDesk(service: service(clock: clock, store: busy))
        await desk.look()
        busy.change(3)
        let start = clock.now()
        await desk.look()
        #expect(busy.left == 0 && clock.now() - start == ChangeBurst.quietFor * 3)
        let wanted = RenderedFiles(TelephonyPlanning(try await store.configuration(), node: node).plan)
        #expect(files.texts == wanted.texts)
    }

    @Test func `changes that never end are rendered a second after the first`() async throws {
        let clock = HastyClock()
        let busy = BusyStore(store)
        var desk = TelephonyDesk(service: service(clock: clock, store: busy))
        await desk.look()
        let former = files.texts
        busy.change(1_000)
        let start = clock.now()
        await desk.look()
        #expect(busy.left > 900 && clock.now() - start == ChangeBurst.lengthMax)
        #expect(files.texts != former)
    }

    @Test func `a manager that could not be told of its file is told once it lets the node in`() async throws {
        let wanted = try await loadWhatIsWanted()
        var desk = TelephonyDesk(
            service: service(clock: MemoryClock()) { files in
                var files = files
                files.texts["manager.conf"] = "[comxfailover]\n"
                return files
            })
        await desk.look()
        #expect(files.texts["manager.conf"] != nil && wanted.texts["manager.conf"] == nil)
        #expect(reloads.isEmpty)
        asterisk.become(.running)
        await desk.look()
        #expect(reloads == ["manager"], "all else is loaded, by its markers")
        await desk.look()
        #expect(reloads == ["manager"])
    }

    @Test func `an Asterisk that does not take the files has the former ones again`() async throws {
        asterisk.become(.running)
        asterisk.set(refusal: "No such module", ofModule: "res_pjsip.so")
        var desk = desk()
        await desk.look()
        #expect(files.texts == ["rtp.conf": "; somebody's own\n"])
        #expect(board.read { $0.warnings["asterisk"] }?.contains("did not take the new files") == true)
        let told = try await asterisk.value(family: "daemon", key: "seen")
        #expect(told != nil, "calls go on with the former files, and features with the daemon")
        let count = reloads.count
        await desk.look()
        #expect(reloads.count == count, "it is not tried again before the configuration changes")
    }

    /// A configuration that somebody changes whenever it is looked at, so many times.
    private final class BusyStore: TelephonyStorePort {
        private let store: MemoryTelephonyStore
        private let count = Mutex(0)

        init(_ store: MemoryTelephonyStore) { self.store = store }

        /// How many changes are still to come.
        var left: Int { count.withLock { $0 } }

        func change(_ count: Int) { self.count.withLock { $0 = count } }

        func configuration() async throws(TelephonyFailure) -> TelephonyConfiguration {
            try await store.configuration()
        }

        func change(_ edit: TelephonyEdit) async throws(TelephonyFailure) -> TelephonyReceipt {
            try await store.change(edit)
        }

        func stamp() async throws(TelephonyFailure) -> TelephonyStamp {
            let isDue = count.withLock { left in
                defer { left = max(0, left - 1) }
                return left > 0
            }
            if isDue {
                store.withState { state in
                    state.revision += 1
                    state.configuration.sip.rtpLast += 1
                }
            }
            return try await store.stamp()
        }
    }
}
