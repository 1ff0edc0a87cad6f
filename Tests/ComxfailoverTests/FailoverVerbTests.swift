import Foundation
import Ports
import TestSupport
import Testing

@testable import comxfailover

/// The verbs of who does what against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct FailoverVerbTests {
    private func run(_ words: [String], _ report: ServicesReport) async throws -> VerbOutcome {
        let console = MemoryFailoverConsole(report: report)
        return try await DaemonSocket.serving(SampleReports.console(), failover: console) { socketPath in
            try await VerbOutcome.perform(words + ["--socket", socketPath])
        }
    }

    @Test func `services shows each service, and finds those that are away`() async throws {
        let outcome = try await run(["services"], SampleServices.secondaryDown)
        #expect(outcome.status == .found)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("PMS links") && $0.contains("nobody     Secondary") })
        #expect(lines.last == "As the Primary sees it.")
        #expect(try await run(["services"], SampleServices.allWell).status == .ok)
    }

    @Test func `services as JSON is the report itself`() async throws {
        let outcome = try await run(["services", "--json"], SampleServices.allWell)
        let report = try JSONDecoder().decode(ServicesReport.self, from: Data(outcome.output.utf8))
        #expect(report == SampleServices.allWell)
    }
}
