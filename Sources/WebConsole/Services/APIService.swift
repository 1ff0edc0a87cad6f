import Hummingbird
import Logging
import NIOCore
import Ports
import ServiceLifecycle

/// Serves the JSON API on a Unix socket that only the daemon's own user, and root, may open.
///
/// `run` returns after a graceful shutdown and then removes the socket; it throws `ListenFailure` where the
/// socket cannot be opened.
package struct APIService: Service {
    private let router: APIRouter
    private let socketPath: String
    private let logger: Logger
    private let whenRunning: @Sendable () async -> Void

    /// `whenRunning` is called once, when the socket stands at its path and answers.
    package init(
        console: any NodeConsolePort, provisioning: PhoneFileDesk? = nil,
        telephony: (any TelephonyConsolePort)? = nil, asterisk: (any AsteriskConsolePort)? = nil,
        calls: (any CallsConsolePort)? = nil, failover: (any FailoverConsolePort)? = nil,
        guests: (any GuestConsolePort)? = nil, events: (any EventsConsolePort)? = nil, socketPath: String,
        softwareVersion: String, logger: Logger, whenRunning: @escaping @Sendable () async -> Void = {}
    ) {
        router = APIRouter(
            console: console, provisioning: provisioning, telephony: telephony, asterisk: asterisk, calls: calls,
            failover: failover, guests: guests, events: events, softwareVersion: softwareVersion)
        self.socketPath = socketPath
        self.logger = logger
        self.whenRunning = whenRunning
    }

    package func run() async throws {
        let place = UnixSocketPlace(path: socketPath)
        try place.prepare()
        defer { place.clear() }
        try await serve(at: place)
    }

    /// Serves until shutdown; a socket that cannot be moved to its path ends the service with the reason.
    private func serve(at place: UnixSocketPlace) async throws {
        let obstacle = FirstFailure()
        let application = Application(
            router: router.router(),
            server: .http1(configuration: .init(idleTimeout: .seconds(APILimits.idleSecondsMax))),
            configuration: .limited(address: .unixDomainSocket(path: place.stagingPath), logger: logger),
            onServerRunning: { channel in
                do throws(ListenFailure) {
                    try place.publish()
                } catch {
                    obstacle.note(error)
                    return channel.close(promise: nil)
                }
                logger.info("the API answers", metadata: ["socket": "\(socketPath)"])
                await whenRunning()
            },
            logger: logger.forLibrary)
        do {
            try await application.run()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw obstacle.failure ?? ListenFailure.refused(place: socketPath, reason: "\(error)")
        }
        if let failure = obstacle.failure { throw failure }
    }
}
