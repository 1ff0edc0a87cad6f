import AsyncHTTPClient
import NIOCore
import Ports
import TestSupport
import Testing
import WebConsole

/// The metrics page on a real TCP port.
@Suite(.timeLimit(.minutes(1))) struct MetricsServiceTests {
    @Test func `the page is served on the port, and a port in use is named`() async throws {
        try await RunningService.run { whenRunning in
            service(port: 0, whenRunning: whenRunning)
        } body: { (port: Int) in
            let address = "http://127.0.0.1:\(port)/metrics"
            let answer = try await HTTPClient.shared.execute(HTTPClientRequest(url: address), timeout: .seconds(10))
            #expect(String(buffer: try await answer.body.collect(upTo: 1 << 20)).contains("comxfailover_items 3"))

            let failure = await #expect(throws: ListenFailure.self) { try await service(port: port).run() }
            #expect(failure?.description.hasPrefix("cannot listen on 127.0.0.1:\(port): ") == true)
        }
    }

    private func service(
        port: Int, whenRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> MetricsService {
        MetricsService(
            console: SampleReports.console(), host: "127.0.0.1", port: port, logger: RunningService.quietLogger,
            whenRunning: whenRunning)
    }
}
