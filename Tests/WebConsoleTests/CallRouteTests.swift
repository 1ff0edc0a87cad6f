import Hummingbird
import HummingbirdTesting
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

/// The route of call records against a node in memory.
@Suite struct CallRouteTests {
    let calls = SampleCalls.console()

    private func ask(_ path: String) async throws -> TestResponse {
        let router = APIRouter(console: SampleReports.console(), calls: calls, softwareVersion: "9.8.7").router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "\(APIRouter.root)/\(path)", method: .get)
        }
    }

    private func ids(_ path: String) async throws -> [UInt64] {
        try await ask(path).value([CallReport].self).map(\.sequence)
    }

    @Test func `calls are listed newest first, and found by what is asked for`() async throws {
        #expect(try await ids("calls") == [3, 2, 1])
        #expect(try await ids("calls?limit=1") == [3])
        #expect(try await ids("calls?extension=201") == [3, 2])
        #expect(try await ids("calls?room=101") == [1])
        #expect(try await ids("calls?interrupted=true") == [3])
        #expect(try await ids("calls?since=\(SampleReports.ago(600).rawValue)") == [3, 2])
        #expect(try await ids("calls?room=101&interrupted=true") == [])
    }

    @Test func `lines that were refused are listed newest first`() async throws {
        let lines = try await ask("calls/refused").value([RefusedLineReport].self)
        #expect(lines.map(\.file) == ["events", "records"])
        #expect(lines.map(\.line) == ["\"\u{FFFD}\u{1B}", "\"half a line"])
        #expect(try await ask("calls/refused?limit=1").value([RefusedLineReport].self).map(\.id) == [2])
        try await ask("calls/refused?limit=0").expectError(.badRequest, "invalid", naming: "limit")
    }

    @Test(arguments: ["limit=0", "limit=10001", "limit=x", "since=-1", "since=yesterday", "interrupted=maybe"])
    func `what makes no sense is refused with the reason`(question: String) async throws {
        let name = question.split(separator: "=")[0]
        try await ask("calls?\(question)").expectError(.badRequest, "invalid", naming: String(name))
    }

    @Test func `a database that does not answer is told`() async throws {
        calls.store.withState { $0.trouble = .fails(.unavailable(words: "connection refused")) }
        for path in ["calls", "calls/refused"] {
            try await ask(path).expectError(.serviceUnavailable, "unavailable", naming: "connection refused")
        }
    }
}
