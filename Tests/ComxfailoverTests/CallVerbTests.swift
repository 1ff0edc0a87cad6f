import ArgumentParser
import Foundation
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// The verbs of call records against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct CallVerbTests {
    private func run(_ words: [String]) async throws -> VerbOutcome {
        try await DaemonSocket.serving(SampleReports.console(), calls: SampleCalls.console()) { socketPath in
            try await VerbOutcome.perform(words + ["--socket", socketPath])
        }
    }

    @Test func `calls are listed, newest first, and found`() async throws {
        let all = try await run(["calls"])
        #expect(all.status == .ok)
        let lines = all.output.split(separator: "\n")
        #expect(lines.count == 4 && lines[0].hasPrefix("BEGAN") && lines[1].contains("interrupted"))
        #expect(try await run(["calls", "list", "--room", "101"]).output.contains("0301234"))
        #expect(try await run(["calls", "list", "--extension", "9"]).output == "No calls.\n")
        let json = try await run(["calls", "list", "--interrupted", "--json"]).output
        let calls = try JSONDecoder().decode([CallReport].self, from: Data(json.utf8))
        #expect(calls.map(\.callID) == ["primary-1700000000.3"])
    }

    @Test func `lines that were refused are shown whole, and harm no terminal`() async throws {
        let lines = try await run(["calls", "refused"]).output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].contains("events") && lines[0].hasSuffix("1 values, not 11"))
        #expect(lines[1].hasPrefix("    \"") && !lines[1].unicodeScalars.contains("\u{1B}"))
        #expect(lines[3] == "    \"half a line")
        let json = try await run(["calls", "refused", "--limit", "1", "--json"]).output
        #expect(try JSONDecoder().decode([RefusedLineReport].self, from: Data(json.utf8)).map(\.id) == [2])
        let none = try await DaemonSocket.serving(SampleReports.console(), calls: MemoryCallsConsole()) { socketPath in
            try await VerbOutcome.perform(["calls", "refused", "--socket", socketPath])
        }
        #expect(none.output == "No line was refused.\n" && none.status == .ok)
    }

    @Test(arguments: [("90m", 5_400), ("24h", 86_400), ("7d", 604_800), ("0s", 0)])
    func `a span is read`(text: String, seconds: Int) throws {
        #expect(try CallSpan.read(text) == .seconds(seconds))
    }

    @Test(arguments: ["", "m", "5", "5w", "-5m", "1.5h", "100001d"])
    func `what is no span is refused`(text: String) {
        #expect(throws: (any Error).self) { try CallSpan.read(text) }
    }

    @Test func `a limit has its limits`() {
        for limit in ["0", "10001"] {
            for verb in ["list", "refused"] {
                #expect(throws: (any Error).self) { try Comxfailover.parseAsRoot(["calls", verb, "--limit", limit]) }
            }
        }
    }

    @Test func `the query is spelled for a path`() {
        let query = CallQuery(number: "*9 &", room: "A-1", since: WallTime(microseconds: 7), interruptedOnly: true)
        #expect(
            APICall.calls(query).path == "calls?limit=50&extension=%2A9%20%26&room=A%2D1&since=7&interrupted=true")
    }
}
