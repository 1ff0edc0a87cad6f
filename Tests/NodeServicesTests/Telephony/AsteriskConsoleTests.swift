import AsteriskText
import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// What people are shown of Asterisk's files and of Asterisk itself.
@Suite struct AsteriskConsoleTests {
    private let asterisk = MemoryAsterisk(situation: .starting)
    private let files = MemoryAsteriskFiles([
        "rtp.conf": "; somebody's own\n", "manager_custom.conf": "secret = hers\n",
    ])
    private let store = MemoryTelephonyStore()
    private let board = NodeBoard(mode: .primary)
    private let service: TelephonyService

    init() async throws {
        let node = PlanningNode(
            mode: .primary, systemName: try TelephonyName("primary"),
            peer: PeerTrunk(address: try HostAddress("10.20.20.2"), secret: try SIPSecret("between-us")),
            timeZone: try ZoneName("Europe/Vienna"))
        let hook = IncludeHook(file: "manager_custom.conf", includes: "comxfailover/manager.conf")
        service = TelephonyService(
            asterisk: asterisk, files: files, calls: MemoryCallFiles(), store: store, board: board,
            clock: HastyClock(), node: node,
            wanted: Bell(),
            finish: { files in
                var files = files
                files.hooks.append(hook)
                return files
            }, logger: RunningService.quietLogger)
        _ = try await store.change(
            TelephonyEdit(.add, .extensions, [.init(key: "201", fields: ["secret": "open-sesame"])]))
    }

    private var console: AsteriskConsole { AsteriskConsole(service: service) }

    @Test func `before the first writing everything is new, and another's file would be kept aside`() async throws {
        let report = try await console.rendering(reveals: false)
        let states = Dictionary(uniqueKeysWithValues: report.files.map { ($0.name, $0.state) })
        #expect(states["pjsip.conf"] == .new && states["rtp.conf"] == .replaces)
        #expect(states["manager_custom.conf"] == .changed)
        #expect(report.findings.isEmpty && report.leftOut.isEmpty)
        #expect(report.differences.count == report.files.count)
        #expect(files.texts["pjsip.conf"] == nil, "nothing is written")
    }

    @Test func `after the writing nothing differs, and an edit shows in its file alone`() async throws {
        var desk = TelephonyDesk(service: service)
        await desk.look()
        let same = try await console.rendering(reveals: false)
        #expect(same.differences.isEmpty && same.files.allSatisfy { $0.state == .same })
        _ = try await store.change(
            TelephonyEdit(.edit, .extensions, [.init(key: "201", fields: ["secret": "another-secret"])]))
        let hidden = try await console.rendering(reveals: false)
        let staff = try #require(hidden.differences.first { $0.file == "comxfailover/pjsip-staff.conf" })
        #expect(staff.lines.contains("-password=(secret)") && staff.lines.contains("+password=(secret)"))
        #expect(!hidden.files.contains { $0.text.contains("another-secret") || $0.text.contains("hers") })
        let revealed = try await console.rendering(reveals: true)
        #expect(revealed.differences.contains { $0.lines.contains("+password=another-secret") })
    }

    @Test func `an entry that another program spoiled is told`() async throws {
        store.withState { $0.configuration.extensions[0].secret = "two\nlines" }
        let report = try await console.rendering(reveals: false)
        #expect(report.leftOut.count == 1 && report.leftOut[0].hasPrefix("extension 201: "))
    }

    @Test func `a database that is away is told as such`() async {
        store.withState { $0.answers = false }
        await #expect(throws: ConsoleFailure.self) { try await console.rendering(reveals: false) }
    }

    @Test func `an Asterisk that cannot be reached has its reason, and what it should have`() async throws {
        var desk = TelephonyDesk(service: service)
        await desk.look()
        asterisk.become(.unreachable("connection refused"))
        let report = try await console.asteriskStatus()
        #expect(report.situation == "unreachable" && report.words?.contains("connection refused") == true)
        #expect(report.generationWanted != nil && report.generationLoadedSIP == nil && !report.isWell)
    }

    @Test func `a running Asterisk shows phones, trunks and what it has loaded`() async throws {
        asterisk.become(.running)
        asterisk.set(contacts: [
            ContactDetail(
                id: "201;@a4", endpoint: "201", addressOfRecord: "201", uri: "sip:201@192.0.2.7", status: .reachable,
                roundTrip: .milliseconds(3), userAgent: "T46U", expires: 1_700_000_000),
            ContactDetail(
                id: nil, endpoint: PeerTrunk.name, addressOfRecord: PeerTrunk.name, uri: "sip:10.20.20.2",
                status: .unreachable),
        ])
        asterisk.set(answer: ["System uptime: 75", "Last reload: 5"], toCommand: "core show uptime seconds")
        _ = try await store.change(TelephonyEdit(.add, .extensions, [.init(key: "202", fields: [:])]))
        var desk = TelephonyDesk(service: service)
        try await show(generation: try await console.rendering(reveals: false).generation)
        await desk.look()
        let report = try await console.asteriskStatus()
        #expect(report.isLoaded && !report.isWell, "the trunk is away")
        #expect(report.contacts.map(\.endpoint) == ["201"])
        #expect(report.contacts[0].roundTripMilliseconds == 3 && report.contacts[0].state == "reachable")
        #expect(report.contacts[0].expires == WallTime(microseconds: 1_700_000_000_000_000))
        #expect(report.extensionsWithoutPhone == ["202"])
        #expect(report.trunks == [.init(endpoint: PeerTrunk.name, state: "unreachable", roundTripMilliseconds: nil)])
        #expect(report.program?.uptimeSeconds == 75 && report.lastRefusal == nil)
    }

    @Test func `a refusal is kept in words, and the former generation shows as loaded`() async throws {
        asterisk.become(.running)
        let former = try await console.rendering(reveals: false).generation
        try await show(generation: former)
        var desk = TelephonyDesk(service: service)
        await desk.look()
        asterisk.set(refusal: "out of memory", ofModule: "res_pjsip.so")
        _ = try await store.change(TelephonyEdit(.add, .extensions, [.init(key: "202", fields: [:])]))
        await desk.look()
        let report = try await console.asteriskStatus()
        #expect(report.generationLoadedDialplan == former && report.generationLoadedSIP == former)
        #expect(report.generationWanted != former && !report.isLoaded)
        #expect(report.lastRefusal?.words.contains("res_pjsip.so did not reload") == true)
        #expect(report.lastRefusal?.words.contains("out of memory") == true)
    }

    /// Lets Asterisk's console show the marks of a generation.
    private func show(generation: String) async throws {
        asterisk.set(
            answer: ["  Aor:  comxfailover-\(generation)   0"],
            toCommand: "pjsip show aor comxfailover-\(generation)")
        asterisk.set(
            answer: ["   COMXFAILOVER_GENERATION=\(generation)"], toCommand: "dialplan show globals")
    }
}
