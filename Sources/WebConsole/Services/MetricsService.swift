import Hummingbird
import Logging
import NIOCore
import Ports
import ServiceLifecycle

/// Serves the metrics page over HTTP to the monitoring server; it offers nothing that changes anything.
///
/// `run` returns after a graceful shutdown. Where the port cannot be opened it throws `ListenFailure`, or, where it is
/// told to be patient, tries again and again.
package struct MetricsService: Service {
    private let router: MetricsRouter
    private let host: String
    private let port: Int
    private let logger: Logger
    private let patience: PortPatience?
    private let whenRunning: @Sendable (Int) async -> Void

    /// `port` 0 lets the system choose; `whenRunning` is called once the page answers, with the port in use.
    package init(
        console: any NodeConsolePort, host: String, port: Int, logger: Logger,
        patience: PortPatience? = nil, whenRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        router = MetricsRouter(console: console)
        self.host = host
        self.port = port
        self.logger = logger
        self.patience = patience
        self.whenRunning = whenRunning
    }

    package func run() async throws {
        guard let patience else { return try await serve() }
        try await patience.serving { try await serve() }
    }

    private func serve() async throws {
        let application = Application(
            router: router.router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(APILimits.idleSecondsMax))),
            configuration: .limited(address: .hostname(host, port: port), logger: logger),
            onServerRunning: { channel in
                let portInUse = channel.localAddress?.port ?? port
                logger.info("the metrics page answers", metadata: ["address": "\(host):\(portInUse)"])
                patience?.opened()
                await whenRunning(portInUse)
            },
            logger: logger.forLibrary)
        do {
            try await application.run()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw ListenFailure(error, host: host, port: port)
        }
    }
}
