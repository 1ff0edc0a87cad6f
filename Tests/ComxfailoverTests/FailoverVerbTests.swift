import Foundation
import Ports
import TestSupport
import Testing
import Vocabulary

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

    private static func preview(refusal: String? = nil, forcing: String? = nil) -> ReignPreviewReport {
        ReignPreviewReport(
            scope: .guest, formerOwner: .secondary, owner: .primary, epoch: Epoch(rawValue: 4), refusal: refusal,
            forcing: forcing,
            moves: [
                .init(
                    service: "pms-links", title: "PMS links", from: "nobody", to: "primary",
                    why: "the Primary owns guest")
            ])
    }

    private func change(
        _ words: [String], _ previews: [ReignPreviewReport], _ phases: [ReignStepReport.Phase] = [.goes, .done]
    ) async throws -> VerbOutcome {
        let steps = phases.map { ReignStepReport(scope: .guest, phase: $0, words: "step \($0.rawValue)") }
        let console = MemoryFailoverConsole(report: SampleServices.allWell, previews: previews, steps: steps)
        return try await DaemonSocket.serving(SampleReports.console(), failover: console) { socketPath in
            try await VerbOutcome.perform(["failover"] + words + ["--socket", socketPath])
        }
    }

    @Test func `a dry run says what would move, and does nothing`() async throws {
        let outcome = try await change(["disable", "--dry-run"], [Self.preview()])
        #expect(outcome.status == .ok)
        #expect(
            outcome.output == """
                guest: Secondary → Primary, at epoch 4
                  PMS links  nobody → Primary: the Primary owns guest

                """)
    }

    @Test func `what is done is told step by step`() async throws {
        let outcome = try await change(["enable", "--yes"], [Self.preview()])
        #expect(outcome.status == .ok)
        #expect(outcome.output.hasSuffix("… step goes\ndone step done\n"))
        #expect(try await change(["enable", "--yes"], [Self.preview()], [.goes, .failed]).status == .temporary)
    }

    @Test func `a refusal says what force would mean, and force does it`() async throws {
        let refused = Self.preview(refusal: "the Secondary is heard", forcing: "forced, it stands down")
        let outcome = try await change(["disable", "--yes"], [refused])
        #expect(outcome.status == .temporary)
        #expect(outcome.output.contains("REFUSED: the Secondary is heard"))
        #expect(outcome.output.contains("With --force: forced, it stands down"))
        #expect(try await change(["disable", "--dry-run"], [refused]).status == .found)
        let forced = try await change(["disable", "--yes", "--force"], [refused])
        #expect(forced.status == .ok && forced.output.contains("FORCED although the Secondary is heard"))
    }

    @Test func `where nobody can be asked, --yes is asked for`() async throws {
        let outcome = try await change(["disable"], [Self.preview()])
        #expect(outcome.status == .usage && outcome.complaints.contains { $0.contains("--yes") })
    }

    @Test func `where nothing is to be done it says so`() async throws {
        let outcome = try await change(["enable", "--yes"], [])
        #expect(outcome.status == .ok && outcome.output == "Everything is at home.\n")
    }

    @Test func `a giveback is stopped where one is under way`() async throws {
        let stopped = try await change(["giveback", "guest", "--stop"], [Self.preview()])
        #expect(stopped.status == .ok && stopped.output.hasSuffix("done step done\n"))
        let none = try await change(["giveback", "guest", "--stop"], [], [])
        #expect(none.status == .temporary && none.complaints.first?.contains("no giveback is under way") == true)
    }
}
