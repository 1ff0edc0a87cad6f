import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing
import WebConsole

/// The pages for the monitoring server.
@Suite struct MetricsRouterTests {
    @Test func `metrics answers with the page in Prometheus text`() async throws {
        let answer = try await ask("/metrics")
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(String(buffer: answer.body).contains("comxfailover_items 3\n"))
    }

    @Test func `healthz answers ok`() async throws {
        let answer = try await ask("/healthz")
        #expect(answer.status == .ok)
        #expect(String(buffer: answer.body) == "ok\n")
    }

    @Test func `nothing of the API is reachable here`() async throws {
        try await ask("/api/v1/status").expectError(.notFound, "not-found", naming: "no route")
    }

    private func ask(_ path: String) async throws -> TestResponse {
        let router = MetricsRouter(console: SampleReports.console()).router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: path, method: .get)
        }
    }
}
