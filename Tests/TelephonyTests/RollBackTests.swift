import AsteriskLink
import AsteriskTestKit
import AsteriskText
import HostSystem
import HotelLogic
import NodeServices
import Ports
import TestSupport
import Testing
import Vocabulary

/// A rendering that a real Asterisk does not take.
@Suite(.serialized) struct RollBackTests {
    @Test func `an extension that somebody wrote by hand too is not taken, and the former files are back and work`()
        async throws
    {
        let store = MemoryTelephonyStore()
        let node = PlanningNode(
            mode: .primary, systemName: try TelephonyName("primary"), timeZone: try ZoneName("Europe/Vienna"))
        try await LiveAsterisk.with { live in
            store.withState { $0.configuration = Self.house(at: live.instance.place, ["2001", "2002"]) }
            let service = Self.service(live, store, node)
            try await live.during({ try await service.run() }) {
                try await live.until("the first files") { try await Self.endpoints(live) == ["2001", "2002"] }
                let former = try Self.files(live)
                let plan = TelephonyPlanning(try await store.configuration(), node: node).plan
                let generation = RenderedFiles(plan).expectation.generation
                // Asterisk says of such a reload that it went well, and keeps what it had.
                try live.instance.write(
                    "[2003]\ntype=endpoint\ncontext=from-staff\n[2003]\ntype=aor\n", to: "pjsip_local.conf")
                Self.enter("2003", store)
                try await live.until("a warning") { live.board.read { $0.warnings["asterisk"] } != nil }
                let words = live.board.read { $0.warnings["asterisk"] ?? "" }
                #expect(words.contains("did not take the new files, and has the former ones"))
                #expect(live.board.read { $0.asterisk.lastRefusal } != nil)
                #expect(try Self.files(live) == former)
                // They are loaded, what was written by hand beside them, and a start by themselves loads them too.
                for isRestarted in [false, true] {
                    if isRestarted { try await live.killAndStart() }
                    try await live.until("the former ones") {
                        try await Self.endpoints(live) == ["2001", "2002", "2003"]
                    }
                    let globals = try await live.instance.command("dialplan show globals")
                    #expect(globals.contains(generation))
                }
                // Once nothing is in the way, the next change takes this one along.
                try live.instance.write("", to: "pjsip_local.conf")
                Self.enter("2004", store)
                try await live.until("all of them") {
                    try await Self.endpoints(live) == ["2001", "2002", "2003", "2004"]
                }
                try await live.until("no warning") { live.board.read { $0.warnings["asterisk"] } == nil }
            }
        }
    }

    private static func service(
        _ live: LiveAsterisk, _ store: MemoryTelephonyStore, _ node: PlanningNode
    ) -> TelephonyService {
        TelephonyService(
            asterisk: live.client,
            files: AsteriskFolder(folder: live.instance.configuration, signature: RenderedFiles.signature),
            calls: MemoryCallFiles(), store: store, board: live.board, clock: live.clock,
            node: node, wanted: Bell(), finish: { $0 }, logger: RunningService.quietLogger)
    }

    private static func house(at place: AsteriskPlace, _ numbers: [String]) -> TelephonyConfiguration {
        var configuration = TelephonyConfiguration()
        configuration.sip.bind = place.host
        configuration.extensions = numbers.map(entry)
        return configuration
    }

    private static func entry(_ number: String) -> ExtensionEntry {
        var entry = ExtensionEntry(number: number)
        entry.secret = "a-secret-of-\(number)"
        return entry
    }

    private static func enter(_ number: String, _ store: MemoryTelephonyStore) {
        store.withState { state in
            state.configuration.extensions.append(entry(number))
            state.revision += 1
        }
    }

    /// The endpoints of people that Asterisk has.
    private static func endpoints(_ live: LiveAsterisk) async throws -> [String] {
        let lines = try await live.client.command("pjsip show endpoints")
        return lines.compactMap { line in
            let words = line.split { $0 == " " || $0 == "/" }
            guard words.first == "Endpoint:", words.count > 1, words[1].allSatisfy(\.isNumber) else { return nil }
            return String(words[1])
        }.sorted()
    }

    /// What stands in Asterisk's folder, without what was written by hand.
    private static func files(_ live: LiveAsterisk) throws -> [String: String] {
        let names = [
            "pjsip.conf", "extensions.conf", "comxfailover/pjsip-staff.conf", "comxfailover/pjsip-system.conf",
        ]
        return Dictionary(uniqueKeysWithValues: try names.map { ($0, try live.instance.text($0)) })
    }
}
