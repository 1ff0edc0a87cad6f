import Logging
import NIOCore
import NIOPosix
import Ports
import Vocabulary
import Wire

/// This node's session with its Asterisk: keeps one connection to the manager and works over it.
package final class AsteriskClient: Sendable {
    /// How long connecting may take.
    package static let connectMax = Duration.seconds(1)
    /// How long an order waits for its answer.
    package static let answerMax = Duration.seconds(5)

    private let endpoint: AsteriskEndpoint
    private let group: any EventLoopGroup
    private let clock: any ClockPort
    private let logger: Logger
    let desk: ManagerDesk

    package init(endpoint: AsteriskEndpoint, group: any EventLoopGroup, clock: any ClockPort, logger: Logger) {
        self.endpoint = endpoint
        self.group = group
        self.clock = clock
        self.logger = logger
        let secrets = [endpoint.secret] + (endpoint.previousSecret.map { [$0] } ?? [])
        desk = ManagerDesk(logins: secrets.map { AMILogin(user: endpoint.user, secret: $0) }, clock: clock)
    }

    /// Keeps a session until the task is cancelled; then ends it and every stream of events.
    package func run() async {
        var pause = ReconnectPause()
        while !Task.isCancelled {
            let failure = await holdSession()
            if desk.hasOpened { pause.succeeded() }
            logger.debug("no session with Asterisk", metadata: ["reason": "\(failure)"])
            try? await clock.sleep(for: pause.pause(after: failure, triesAnother: desk.triesAnother))
        }
        desk.finish()
    }

    /// Makes a connection and waits for its end.
    private func holdSession() async -> AMIFailure {
        let loop = group.next()
        let ended = loop.makePromise(of: AMIFailure.self)
        let channel: any Channel
        do {
            let address = try SocketAddress(ipAddress: endpoint.host, port: endpoint.port)
            channel = try await ClientBootstrap(group: loop)
                .connectTimeout(.nanoseconds(Self.connectMax.nanoseconds))
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelInitializer { [desk] channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(ManagerReader(desk: desk, ended: ended))
                    }
                }
                .connect(to: address).get()
        } catch {
            let words = SocketWords.text(for: error)
            ended.fail(error)
            desk.notConnected(words)
            return .linkLost(words)
        }
        let failure = try? await withTaskCancellationHandler {
            try await ended.futureResult.get()
        } onCancel: {
            channel.close(promise: nil)
        }
        return failure ?? .linkLost("the connection is closed")
    }
}
