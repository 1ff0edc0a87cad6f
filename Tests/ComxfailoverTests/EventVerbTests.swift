import ArgumentParser
import Foundation
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// The verb of events against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct EventVerbTests {
    private func run(_ words: [String], _ events: MemoryEventsConsole = SampleEvents.console()) async throws
        -> VerbOutcome
    {
        try await DaemonSocket.serving(SampleReports.console(), events: events) { socketPath in
            try await VerbOutcome.perform(words + ["--socket", socketPath])
        }
    }

    @Test func `events are shown, newest first, and found`() async throws {
        let all = try await run(["events"])
        #expect(all.status == .ok)
        let lines = all.output.split(separator: "\n")
        #expect(lines[0].contains("conflict") && lines[0].contains("warning"))
        #expect(try await run(["events", "--severity", "alert"]).output.contains("room 101 called 112"))
        #expect(try await !run(["events", "--severity", "alert"]).output.contains("conflict"))
        let json = try await run(["events", "--limit", "2", "--json"]).output
        let events = try JSONDecoder().decode([EventReport].self, from: Data(json.utf8))
        #expect(events.map(\.kind) == [.conflict, .emergency])
        #expect(events.first?.due == [.mail])
        #expect(try await run(["events"], MemoryEventsConsole()).output == "No events.\n")
    }

    @Test func `a wrong question is refused`() {
        for words in [["--limit", "0"], ["--limit", "10001"], ["--severity", "dire"], ["--since", "yesterday"]] {
            #expect(throws: (any Error).self) { try Comxfailover.parseAsRoot(["events"] + words) }
        }
    }

    @Test func `the query is spelled for a path`() {
        #expect(APICall.events(EventQuery()).path == "events?limit=50")
        let query = EventQuery(since: WallTime(microseconds: 7), minimum: .alert, limit: 3)
        #expect(APICall.events(query).path == "events?limit=3&severity=alert&since=7")
    }
}
