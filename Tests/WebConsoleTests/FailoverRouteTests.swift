import Hummingbird
import HummingbirdTesting
import Ports
import TestSupport
import Testing
import WebConsole

/// The routes that tell who does what.
@Suite struct FailoverRouteTests {
    private func ask(_ path: String, of console: (any FailoverConsolePort)?) async throws -> TestResponse {
        let router = APIRouter(
            console: SampleReports.console(), failover: console, softwareVersion: "9.8.7"
        ).router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "\(APIRouter.root)/\(path)", method: .get)
        }
    }

    @Test func `services answers with the whole chart`() async throws {
        let answer = try await ask("services", of: MemoryFailoverConsole(report: SampleServices.secondaryDown))
        #expect(answer.status == .ok)
        #expect(try answer.value(ServicesReport.self) == SampleServices.secondaryDown)
    }

    @Test func `a node without the chart has no such route`() async throws {
        try await ask("services", of: nil).expectError(.notFound, "not-found", naming: "services")
    }
}
