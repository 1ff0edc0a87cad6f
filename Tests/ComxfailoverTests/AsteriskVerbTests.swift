import Foundation
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// The verbs that look at Asterisk, against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct AsteriskVerbTests {
    let asterisk = MemoryAsteriskConsole(
        revealed: AsteriskVerbTests.rendering(secret: "open-sesame"),
        hidden: AsteriskVerbTests.rendering(secret: "(secret)"), status: AsteriskVerbTests.status)

    @Test func `render lists the files and tells that some would change`() async throws {
        let outcome = try await run("asterisk", "render")
        #expect(outcome.status == .found)
        #expect(
            outcome.output == """
                FILE                          LINES  AGAINST
                comxfailover/pjsip-peer.conf      2  changed
                pjsip.conf                        1  the same
                rtp.conf                          1  another's, kept aside

                2 files would change; this is generation 00ff.

                """)
    }

    @Test func `the difference has its lines, and passwords only where they are asked for`() async throws {
        let hidden = try await run("asterisk", "render", "--diff").output
        #expect(hidden.contains("-password=(secret)\n+password=(secret)\n") && !hidden.contains("sesame"))
        let shown = try await run("asterisk", "render", "--diff", "--reveal").output
        #expect(shown.contains("+password=open-sesame\n"))
        let json = try await run("asterisk", "render", "--diff", "--json").output
        let report = try JSONDecoder().decode(RenderingReport.self, from: Data(json.utf8))
        #expect(report == Self.rendering(secret: "(secret)"))
    }

    @Test func `a difference is coloured on a terminal and nowhere else`() {
        let report = Self.rendering(secret: "x")
        func text(_ style: Style) -> String {
            RenderingSheet(
                report: report, folder: nil, showsLines: true, layout: Layout(width: 80, style: style)
            ).text
        }
        #expect(text(.coloured).contains("\u{1b}[32m+password=x\u{1b}[0m\n"))
        #expect(!text(.plain).contains("\u{1b}"))
    }

    @Test func `files are written into a folder for their owner alone`() async throws {
        let folder = try TemporaryFolder()
        let into = folder.path + "/look"
        let outcome = try await run("asterisk", "render", "--into", into, "--reveal")
        #expect(outcome.output.contains("\(into)/pjsip.conf"))
        let path = into + "/comxfailover/pjsip-peer.conf"
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("open-sesame"))
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        let blocked = try await run("asterisk", "render", "--into", path)
        #expect(blocked.status == .cannotCreate)
    }

    @Test func `nothing to change is success, and what cannot be written is told`() async throws {
        asterisk.set(RenderingReport(generation: "01", files: [], differences: [], leftOut: [], findings: []))
        let same = try await run("asterisk", "render", "--diff")
        #expect(same.status == .ok && same.output == "Nothing would change; this is generation 01.\n")
        asterisk.set(
            RenderingReport(
                generation: "01", files: [], differences: [], leftOut: ["extension 201: no password"],
                findings: ["pjsip.conf:3: `x` is no option of aor"]))
        let bad = try await run("asterisk", "render", "--diff")
        #expect(bad.status == .found)
        #expect(bad.output.contains("left out: extension 201: no password\nAsterisk would stumble: pjsip.conf:3"))
    }

    @Test func `the status shows phones, trunks, what is loaded, and the last refusal`() async throws {
        let outcome = try await run("asterisk")
        #expect(outcome.status == .found)
        #expect(
            outcome.output == """
                Asterisk  running, version 22.10.1, up 1 h, 2 channels, 17 calls since its start
                  wanted    generation 00ff
                  loaded    SIP 00fe, dialplan 00fe
                  refused   res_pjsip.so did not reload: no such module (1 min ago)

                TRUNK                  STATE        ROUND TRIP
                comxfailoverconnecter  reachable       12.5 ms
                trunk-city             unreachable           -

                EXTENSION  STATE      ROUND TRIP  EXPIRES  CONTACT            PHONE
                201        reachable     1.50 ms  in 30 s  sip:201@192.0.2.7  Yealink T46U

                Without a phone here: 202, 203

                """)
    }

    @Test func `an Asterisk that is well is success`() async throws {
        asterisk.set(
            AsteriskReport(
                situation: "running", words: nil, program: nil, contacts: [], extensionsWithoutPhone: [], trunks: [],
                generationWanted: "01", generationLoadedSIP: "01", generationLoadedDialplan: "01", lastRefusal: nil))
        #expect(try await run("asterisk", "status").status == .ok)
    }

    @Test func `a node without an Asterisk says so`() async throws {
        let outcome = try await DaemonSocket.serving(SampleReports.console()) { socketPath in
            try await VerbOutcome.perform(["asterisk", "status", "--socket", socketPath])
        }
        #expect(outcome.status == .temporary)
        #expect(outcome.complaints[0].contains("set asterisk.config_folder"))
    }

    private func run(_ words: String...) async throws -> VerbOutcome {
        try await DaemonSocket.serving(SampleReports.console(), asterisk: asterisk) { socketPath in
            try await VerbOutcome.perform(words + ["--socket", socketPath])
        }
    }

    private static func rendering(secret: String) -> RenderingReport {
        RenderingReport(
            generation: "00ff",
            files: [
                .init(name: "comxfailover/pjsip-peer.conf", text: "[a]\npassword=\(secret)\n", state: .changed),
                .init(name: "pjsip.conf", text: "x\n", state: .same),
                .init(name: "rtp.conf", text: "x\n", state: .replaces),
            ],
            differences: [
                .init(
                    file: "comxfailover/pjsip-peer.conf",
                    lines: [
                        "--- comxfailover/pjsip-peer.conf", "+++ comxfailover/pjsip-peer.conf", "@@ -1,2 +1,2 @@",
                        " [a]", "-password=(secret)", "+password=\(secret)",
                    ]),
                .init(file: "rtp.conf", lines: ["--- rtp.conf", "+++ rtp.conf", "@@ -1,1 +1,1 @@", "-y", "+x"]),
            ], leftOut: [], findings: [])
    }

    private static let status = AsteriskReport(
        situation: "running", words: nil,
        program: .init(
            version: "22.10.1", systemName: "primary", uptimeSeconds: 3_600, channels: 2, callsProcessed: 17),
        contacts: [
            .init(
                endpoint: "201", uri: "sip:201@192.0.2.7", state: "reachable", roundTripMilliseconds: 1.5,
                userAgent: "Yealink T46U", expires: WallTime(microseconds: SampleReports.now.rawValue + 30_000_000))
        ],
        extensionsWithoutPhone: ["202", "203"],
        trunks: [
            .init(endpoint: "comxfailoverconnecter", state: "reachable", roundTripMilliseconds: 12.5),
            .init(endpoint: "trunk-city", state: "unreachable", roundTripMilliseconds: nil),
        ],
        generationWanted: "00ff", generationLoadedSIP: "00fe", generationLoadedDialplan: "00fe",
        lastRefusal: .init(
            at: WallTime(microseconds: SampleReports.now.rawValue - 60_000_000),
            words: "res_pjsip.so did not reload: no such module"))
}
