import ArgumentParser
import Foundation
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

@testable import comxfailover

/// Every verb against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct VerbTests {
    let console = SampleReports.console()

    @Test func `status is 0 where all is well and 1 where not`() async throws {
        let well = try await run("status")
        #expect(well.status == .ok)
        #expect(well.output.hasPrefix("Primary  version 1.0.0, up 3 d 4 h\n"))
        console.withState { $0.report = SampleReports.troubledNode }
        #expect(try await run("status").status == .found)
    }

    @Test func `JSON gives the very value`() async throws {
        #expect(try await value("status --json") == SampleReports.node)
        #expect(try await value("replication status --json") == SampleReports.node)
        #expect(try await value("items list --json") == SampleReports.items)
        #expect(try await value("coverage --json") == SampleReports.coverage)
        #expect(try await value("explain --json") == SampleReports.decisions)
        #expect(try await value("replication conflicts --all --json") == SampleReports.conflicts)
        #expect(try await value("replication conflicts 16 --json") == SampleReports.conflicts[1])
        #expect(try await value("items enable bookings --json") == ActionReport(action: "enabled", subject: "bookings"))
    }

    @Test func `items are switched, added and removed`() async throws {
        #expect(try await run("items disable bookings").output == "The item bookings is switched off.\n")
        #expect(await console.status().items[1].enabled == false)
        #expect(try await run("items enable bookings").output == "The item bookings is switched on.\n")
        #expect(await console.status().items[1].enabled == true)
        let added = try await run("items add --name lamps --rule guest --table hotel.lamps:room")
        #expect(added.output.hasPrefix("The item lamps is added, and off."))
        #expect(console.withState { $0.added.map(\.name.description) } == ["lamps"])
        #expect(try await run("items remove lamps").status == .ok)
        let gone = try await run("items remove lamps")
        #expect(gone.status == .data)
        #expect(gone.complaints.count == 1)
    }

    @Test func `compare is 1 where rows differ, and repair heals them`() async throws {
        console.withState { $0.rowsDifferent[SampleReports.bookings] = 8 }
        let compared = try await run("replication compare bookings")
        #expect(compared.status == .found)
        #expect(compared.output.hasSuffix("8 rows differ from the peer's.\n"))
        let repaired = try await run("replication repair bookings --from secondary")
        #expect(repaired.status == .ok)
        #expect(repaired.output.hasSuffix("8 rows repaired.\n"))
        let again = try await run("replication compare")
        #expect(again.status == .ok)
        #expect(again.output.hasSuffix("No row differs.\n"))
    }

    @Test func `compare with JSON gives one report a line`() async throws {
        let lines = try await run("replication compare bookings --json").output.split(separator: "\n")
        let reports = try lines.map { try JSONDecoder().decode(ProgressReport.self, from: Data($0.utf8)) }
        #expect(reports.map(\.phase) == ["compare", "compare", "compare", "done"])
    }

    @Test func `the ledger is read and a row put back`() async throws {
        let open = try await run("replication conflicts")
        #expect(open.output.contains("room=101") && !open.output.contains("number=201"))
        #expect(try await run("replication conflicts 17").output.contains("*  note    NULL    tea, please"))
        #expect(try await run("replication conflicts 99").status == .data)
        #expect(try await run("replication restore 17").status == .ok)
        #expect(console.withState { $0.restored } == [17])
        #expect(try await run("replication restore 99").status == .data)
    }

    @Test func `an item tries again, and triggers are removed`() async throws {
        #expect(try await run("replication retry bookings").status == .ok)
        #expect(try await run("replication retry lamps").status == .data)
        console.withState { $0.report = SampleReports.troubledNode }
        #expect(try await run("replication retry bookings").output == "The item bookings tries again.\n")
        let removed = try await run("replication remove-triggers --yes")
        #expect(removed.output == "6 triggers are removed; nothing is copied here any more.\n")
    }

    @Test func `coverage and explain`() async throws {
        #expect(try await run("coverage").status == .found)
        console.withState { $0.coverage = CoverageReport(tablesProtected: 3, gaps: []) }
        #expect(try await run("coverage").output == "3 tables are protected; there is no gap.\n")
        #expect(try await run("explain --limit 1").output.contains("daemon-down"))
    }

    @Test func `a peer or a database that is away is 69 and one line`() async throws {
        console.withState { $0.peerAnswers = false }
        let outcome = try await run("replication compare")
        #expect(outcome.status == .unavailable)
        #expect(outcome.complaints == ["the peer does not answer; see: comxfailover status"])
        console.withState { $0.databaseAnswers = false }
        #expect(try await run("coverage").status == .unavailable)
    }

    @Test func `no daemon is 69 and one line that says what to do`() async throws {
        let path = "/tmp/console-nobody.sock"
        let outcome = try await perform("status --socket \(path) --config /etc/other.yaml")
        #expect(outcome.status == .unavailable)
        #expect(
            outcome.complaints == [
                "no daemon answers on \(path); start it with: comxfailover run --config /etc/other.yaml"
            ])
        #expect(outcome.output.isEmpty)
    }

    @Test func `the socket is found through the settings file`() async throws {
        try await DaemonSocket.serving(console) { socketPath in
            let folder = URL(fileURLWithPath: socketPath).deletingLastPathComponent().path
            try NodeFile.write(folder + "/node.yaml", socketPath: socketPath)
            let outcome = try await perform("status --config \(folder)/node.yaml")
            #expect(outcome.status == .ok)
            #expect(outcome.complaints.isEmpty)
        }
    }

    @Test func `settings that are wrong are 78`() async throws {
        let outcome = try await perform("status --config /tmp/console-no-such-file.yaml")
        #expect(outcome.status == .configuration)
        #expect(outcome.complaints.count == 1)
    }

    /// Runs a verb against the node in memory.
    private func run(_ line: String) async throws -> VerbOutcome {
        try await DaemonSocket.serving(console) { socketPath in
            try await perform("\(line) --socket \(socketPath)")
        }
    }

    private func perform(_ line: String) async throws -> VerbOutcome {
        try await VerbOutcome.perform(line.split(separator: " ").map(String.init))
    }

    private func value<Value: Decodable>(_ line: String) async throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(try await run(line).output.utf8))
    }
}
