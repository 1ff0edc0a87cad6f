import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

/// Every route of the API against a node in memory.
@Suite struct RouterTests {
    let console = SampleReports.console()

    @Test func `status answers with the whole node and names the program's version`() async throws {
        let answer = try await ask(.get, "status")
        #expect(answer.status == .ok)
        #expect(answer.headers[.softwareVersion] == "9.8.7")
        #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
        #expect(try answer.value(NodeReport.self) == SampleReports.node)
    }

    @Test func `items answers with the items alone`() async throws {
        #expect(try await ask(.get, "items").value([ItemReport].self) == SampleReports.items)
    }

    @Test func `an item is added once`() async throws {
        let item = Self.newItem
        let body = try JSONEncoder().encode(item)
        let answer = try await ask(.post, "items", body: body)
        #expect(answer.status == .created)
        #expect(try answer.value(ActionReport.self) == ActionReport(action: "added", subject: "freepbx-users"))
        #expect(console.withState { $0.added } == [item])

        let again = try await ask(.post, "items", body: body)
        #expect(again.status == .conflict)
        #expect(try again.value(ErrorBody.self).error.code == "refused")
    }

    @Test func `an item without a table is refused`() async throws {
        let item = NewItem(name: SampleReports.bookings, rule: .appendOnly, tables: [], afterChange: [])
        let answer = try await ask(.post, "items", body: JSONEncoder().encode(item))
        try answer.expectError(.badRequest, "invalid", naming: "names no table")
    }

    @Test func `an item is switched off and on`() async throws {
        let off = try await ask(.post, "items/extensions/disable")
        #expect(try off.value(ActionReport.self) == ActionReport(action: "disabled", subject: "extensions"))
        #expect(await console.status().items[0].enabled == false)
        let on = try await ask(.post, "items/extensions/enable")
        #expect(try on.value(ActionReport.self) == ActionReport(action: "enabled", subject: "extensions"))
        #expect(await console.status().items[0].enabled == true)
    }

    @Test func `an item is removed`() async throws {
        let answer = try await ask(.delete, "items/extensions")
        #expect(try answer.value(ActionReport.self) == ActionReport(action: "removed", subject: "extensions"))
        #expect(await console.status().items.map(\.name) == [SampleReports.bookings, SampleReports.callRecords])
    }

    @Test func `a quarantined item tries again, and a sound one goes on as it is`() async throws {
        console.withState { $0.report = SampleReports.troubledNode }
        for _ in 1...2 {
            let answer = try await ask(.post, "items/bookings/retry")
            #expect(try answer.value(ActionReport.self) == ActionReport(action: "retried", subject: "bookings"))
            #expect(await console.status().items.first { $0.name == SampleReports.bookings }?.state == "current")
        }
    }

    @Test func `conflicts lists all entries or the open ones`() async throws {
        #expect(try await ask(.get, "conflicts").value([ConflictReport].self) == SampleReports.conflicts)
        let open = try await ask(.get, "conflicts?open=true").value([ConflictReport].self)
        #expect(open == [SampleReports.conflicts[0]])
    }

    @Test func `a losing row is put back`() async throws {
        let answer = try await ask(.post, "conflicts/17/restore")
        #expect(try answer.value(ActionReport.self) == ActionReport(action: "restored", subject: "17"))
        #expect(console.withState { $0.restored } == [17])
    }

    @Test func `coverage answers with the gaps`() async throws {
        #expect(try await ask(.get, "coverage").value(CoverageReport.self) == SampleReports.coverage)
    }

    @Test func `explain answers with the latest decisions`() async throws {
        #expect(try await ask(.get, "explain").value([DecisionReport].self) == SampleReports.decisions)
        let one = try await ask(.get, "explain?limit=1").value([DecisionReport].self)
        #expect(one == [SampleReports.decisions[0]])
    }

    @Test func `removing the triggers tells how many there were and switches all items off`() async throws {
        let answer = try await ask(.post, "triggers/remove").value(ActionReport.self)
        #expect(answer == ActionReport(action: "triggers-removed", subject: nil, count: 6))
        #expect(await console.status().items.allSatisfy { !$0.enabled })
    }

    @Test func `compare streams a line for every step and changes nothing`() async throws {
        console.withState { $0.rowsDifferent[SampleReports.bookings] = 8 }
        let answer = try await ask(.post, "compare?item=bookings")
        #expect(answer.headers[.contentType] == "application/x-ndjson")
        let reports = try answer.lines(ProgressReport.self)
        #expect(reports.map(\.phase) == ["compare", "compare", "compare", "done"])
        #expect(reports.last?.rowsDifferent == 8)
        #expect(console.withState { $0.rowsDifferent[SampleReports.bookings] } == 8)
    }

    @Test func `compare without a name covers every item that is on`() async throws {
        let reports = try await ask(.post, "compare").lines(ProgressReport.self)
        #expect(Set(reports.map(\.item)) == [SampleReports.extensions, SampleReports.bookings])
    }

    @Test func `repair streams its progress and heals`() async throws {
        console.withState { $0.rowsDifferent[SampleReports.bookings] = 8 }
        let reports = try await ask(.post, "items/bookings/repair?from=primary").lines(ProgressReport.self)
        #expect(reports.last?.rowsRepaired == 8)
        #expect(console.withState { $0.rowsDifferent[SampleReports.bookings] } == 0)
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, body: Data? = nil) async throws -> TestResponse {
        try await RouterClient(console: console).ask(method, path, body: body)
    }

    static var newItem: NewItem {
        NewItem(
            name: ItemName(literal: "freepbx-users"), rule: .owned(.configuration),
            tables: [
                NewItem.Table(table: TableName(schema: "asterisk", name: "users"), keyColumns: ["extension"]),
                NewItem.Table(table: TableName(schema: "asterisk", name: "sip"), keyColumns: []),
            ], afterChange: ["fwconsole", "reload"])
    }
}
