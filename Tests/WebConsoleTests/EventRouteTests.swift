import Hummingbird
import HummingbirdTesting
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

/// The route of events against a node in memory.
@Suite struct EventRouteTests {
    let events = SampleEvents.console()

    private func ask(_ path: String) async throws -> TestResponse {
        let router = APIRouter(console: SampleReports.console(), events: events, softwareVersion: "9.8.7").router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "\(APIRouter.root)/\(path)", method: .get)
        }
    }

    private func kinds(_ path: String) async throws -> [EventKind] {
        try await ask(path).value([EventReport].self).map(\.kind)
    }

    @Test func `events are listed newest first, and found by what is asked for`() async throws {
        #expect(try await ask("events").value([EventReport].self) == SampleEvents.reports)
        #expect(try await kinds("events?severity=alert") == [.emergency, .peer])
        #expect(try await kinds("events?limit=1") == [.conflict])
        #expect(try await kinds("events?since=\(SampleReports.ago(600).rawValue)") == [.conflict, .emergency])
    }

    @Test(arguments: ["limit=0", "limit=10001", "limit=x", "since=-1", "since=yesterday", "severity=dire"])
    func `what makes no sense is refused with the reason`(question: String) async throws {
        let name = question.split(separator: "=")[0]
        try await ask("events?\(question)").expectError(.badRequest, "invalid", naming: String(name))
    }
}
