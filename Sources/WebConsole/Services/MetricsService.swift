import Hummingbird
import Logging
import NIOCore
import Ports
import ServiceLifecycle

/// Serves the metrics page over HTTP to the monitoring server; it offers nothing that changes anything.
///
/// `run` returns after a graceful shutdown; it throws `ListenFailure` where the port cannot be opened.
package struct MetricsService: Service {
    private let router: MetricsRouter
    private let host: String
    private let port: Int
    private let logger: Logger
    private let whenRunning: @Sendable (Int) async -> Void

    /// `port` 0 lets the system choose; `whenRunning` is called once, with the port in use.
    package init(
        console: any NodeConsolePort, host: String, port: Int, logger: Logger,
        whenRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        router = MetricsRouter(console: console)
        self.host = host
        self.port = port
        self.logger = logger
        self.whenRunning = whenRunning
    }

    package func run() async throws {
        let application = Application(
            router: router.router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(APILimits.idleSecondsMax))),
            configuration: .limited(address: .hostname(host, port: port), logger: logger),
            onServerRunning: { channel in
                let portInUse = channel.localAddress?.port ?? port
                logger.info("the metrics page answers", metadata: ["address": "\(host):\(portInUse)"])
                await whenRunning(portInUse)
            },
            logger: logger.forLibrary)
        do {
            try await application.run()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw ListenFailure.refused(place: "\(host):\(port)", reason: "\(error)")
        }
    }
}
