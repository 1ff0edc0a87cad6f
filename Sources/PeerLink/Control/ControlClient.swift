import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Ports
import Vocabulary
import Wire

/// The control port's calling side: keeps one connection to the peer and asks over it.
///
/// A connection on which the peer lets a whole request time out without a word is given up and made anew, so a link
/// that looks alive is alive as of the last reply: a caller that asks every second learns the truth every second.
package final class ControlClient: ControlPort {
    /// How long connecting, and then the TLS handshake, may each take.
    package static let stepMax = Duration.seconds(1)

    private let localHost: String?
    private let peer: HostPort
    private let contexts: TLSContexts
    private let group: any EventLoopGroup
    private let clock: any ClockPort
    private let logger: Logger
    private let desk: RequestDesk

    /// - Parameters:
    ///   - localHost: the address this node calls from, which must be the one the peer expects; nil leaves the choice
    ///     to the system.
    package init(
        localHost: String?, peer: HostPort, files: TLSFiles, group: any EventLoopGroup, clock: any ClockPort,
        logger: Logger
    ) {
        self.localHost = localHost
        self.peer = peer
        contexts = TLSContexts(files: files)
        self.group = group
        self.clock = clock
        self.logger = logger
        desk = RequestDesk(loop: group.next())
    }

    package func request(
        _ request: ControlRequest, timeout: Duration
    ) async throws(ControlFailure) -> ControlReply {
        try await desk.request(request, timeout: timeout).get()
    }

    /// Keeps a connection until the task is cancelled; then closes it and fails what waits.
    package func run() async {
        var backoff = Backoff()
        while !Task.isCancelled {
            let end = await holdConnection()
            if end.wasOfUse { backoff.succeeded() }
            desk.linkDown(end.failure)
            logger.debug("no control connection", metadata: ["reason": "\(end.failure.words)"])
            try? await clock.sleep(for: backoff.pause())
        }
        desk.linkDown(.lost("this node is stopping"))
    }

    /// Makes a connection and gives it to the desk until it ends.
    private func holdConnection() async -> ConnectionEnd {
        do {
            let context = try contexts.client()
            let loop = group.next()
            let ended = loop.makePromise(of: ConnectionEnd.self)
            let ready = loop.makePromise(of: Void.self)
            let channel: any Channel
            do {
                channel = try await connect(context, on: loop, ready: ready, ended: ended)
            } catch {
                ready.fail(error)
                ended.fail(error)
                throw error
            }
            return try await withTaskCancellationHandler {
                try await ready.futureResult.get()
                desk.linkUp(channel)
                return try await ended.futureResult.get()
            } onCancel: {
                channel.close(promise: nil)
            }
        } catch {
            return ConnectionEnd(failure: ControlFailure(connectError: error), wasOfUse: false)
        }
    }

    private func connect(
        _ context: NIOSSLContext, on loop: any EventLoop, ready: EventLoopPromise<Void>,
        ended: EventLoopPromise<ConnectionEnd>
    ) async throws -> any Channel {
        let address = try await AddressBook.address(of: peer.host, port: peer.port)
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(.nanoseconds(Self.stepMax.nanoseconds))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { [desk] channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: nil))
                    try pipeline.addHandler(FrameCodec())
                    try pipeline.addHandler(
                        ReplyReader(desk: desk, proofMax: Self.stepMax, ready: ready, ended: ended))
                }
            }
        guard let localHost else { return try await bootstrap.connect(to: address).get() }
        let local = try await AddressBook.address(of: localHost, port: 0)
        return try await bootstrap.bind(to: local).connect(to: address).get()
    }
}
