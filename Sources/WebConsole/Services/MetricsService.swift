import Hummingbird
import Logging
import NIOCore
import Ports
import ServiceLifecycle

/// Serves the metrics page over HTTP to the monitoring server; it offers nothing that changes anything.
///
/// `run` returns after a graceful shutdown. Where the port cannot be opened it throws `ListenFailure`, or, where it is
/// told to be patient, tries again and again: a number that nobody can read is no reason to stop a node.
package struct MetricsService: Service {
    private let router: MetricsRouter
    private let host: String
    private let port: Int
    private let logger: Logger
    private let retryEvery: Duration?
    private let whenRunning: @Sendable (Int) async -> Void

    /// `port` 0 lets the system choose; `whenRunning` is called once the page answers, with the port in use.
    package init(
        console: any NodeConsolePort, host: String, port: Int, logger: Logger,
        retryEvery: Duration? = nil, whenRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        router = MetricsRouter(console: console)
        self.host = host
        self.port = port
        self.logger = logger
        self.retryEvery = retryEvery
        self.whenRunning = whenRunning
    }

    package func run() async throws {
        guard let retryEvery else { return try await serve() }
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    return try await serve()
                } catch is CancellationError {
                    return
                } catch let failure as ListenFailure {
                    logger.warning("\(failure); it is tried again")
                }
                try await Task.sleep(for: retryEvery)
            }
        }
    }

    private func serve() async throws {
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
