import Logging
import NIOCore
import NIOPosix
import Ports
import Synchronization
import Vocabulary

/// The heartbeat's UDP port.
///
/// Two sockets share the one port: the *listener* takes datagrams from anybody, so that strays and forgeries are
/// seen and counted, and the *talker*, connected to the peer, sends; being connected is what lets the kernel tell us
/// that the peer's port is closed. Whichever breaks is made anew.
package final class HeartbeatSocket: HeartbeatPort {
    /// Events that may wait for the consumer.
    package static let eventsWaitingMax = 256

    package let events: AsyncStream<HeartbeatEvent>

    private let local: HostPort
    private let peer: HostPort
    private let datagramBytesMax: Int
    private let group: any EventLoopGroup
    private let clock: any ClockPort
    private let logger: Logger
    private let outlet: HeartbeatOutlet
    private let talker = Mutex<(any Channel)?>(nil)

    /// - Parameters:
    ///   - datagramBytesMax: longer datagrams are reported as oversized and not read.
    ///   - group: the threads that carry the traffic.
    package init(
        local: HostPort, peer: HostPort, datagramBytesMax: Int, group: any EventLoopGroup, clock: any ClockPort,
        logger: Logger
    ) {
        self.local = local
        self.peer = peer
        self.datagramBytesMax = datagramBytesMax
        self.group = group
        self.clock = clock
        self.logger = logger
        let (stream, continuation) = AsyncStream.makeStream(
            of: HeartbeatEvent.self, bufferingPolicy: .bufferingNewest(Self.eventsWaitingMax))
        events = stream
        outlet = HeartbeatOutlet(continuation)
    }

    package var eventsDropped: UInt64 { outlet.dropped }

    package func send(_ datagram: [UInt8]) {
        guard let channel = talker.withLock({ $0 }) else { return }
        let written = channel.writeAndFlush(channel.allocator.buffer(bytes: datagram))
        written.whenFailure { [outlet, clock] in outlet.sendFailed($0, at: clock.now()) }
    }

    /// Keeps the port open until the task is cancelled, then ends `events`.
    package func run() async {
        var backoff = Backoff()
        while !Task.isCancelled {
            do {
                try await listen { backoff.succeeded() }
            } catch {
                report(closed: error)
            }
            try? await clock.sleep(for: backoff.pause())
        }
        outlet.finish()
    }

    /// Opens the listener and keeps a talker beside it; returns or throws when the listener is gone.
    private func listen(opened: () -> Void) async throws {
        let peerAddress = try await AddressBook.address(of: peer.host, port: peer.port)
        let listener = try await bootstrap(peerAddress, sharing: false).bind(host: local.host, port: local.port).get()
        defer { listener.close(promise: nil) }
        let port = listener.localAddress?.port ?? local.port
        try await listener.setOption(.socketOption(.so_reuseaddr), value: 1).get()
        opened()
        outlet.send(.opened(port: port))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await ChannelLife.untilClosed(listener) }
            tasks.addTask { await self.keepTalking(to: peerAddress, from: port) }
            try await tasks.next()
            tasks.cancelAll()
        }
    }

    private func keepTalking(to peerAddress: SocketAddress, from port: Int) async {
        var backoff = Backoff()
        while !Task.isCancelled {
            do {
                try await talk(to: peerAddress, from: port) { backoff.succeeded() }
            } catch {
                outlet.sendFailed(error, at: clock.now())
            }
            try? await clock.sleep(for: backoff.pause())
        }
    }

    private func talk(to peerAddress: SocketAddress, from port: Int, connected: () -> Void) async throws {
        let channel = try await bootstrap(peerAddress, sharing: true).bind(host: local.host, port: port).get()
        defer {
            talker.withLock { $0 = nil }
            channel.close(promise: nil)
        }
        try await channel.connect(to: peerAddress).get()
        talker.withLock { $0 = channel }
        connected()
        try await ChannelLife.untilClosed(channel)
    }

    private func bootstrap(_ peerAddress: SocketAddress, sharing: Bool) -> DatagramBootstrap {
        let allocator = FixedSizeRecvByteBufferAllocator(capacity: datagramBytesMax + 1)
        return DatagramBootstrap(group: group)
            .channelOption(.socketOption(.so_reuseaddr), value: sharing ? 1 : 0)
            .channelOption(.recvAllocator, value: allocator)
            .channelInitializer { [datagramBytesMax, outlet, clock] channel in
                channel.eventLoop.makeCompletedFuture {
                    let reader = DatagramReader(
                        peer: peerAddress, bytesMax: datagramBytesMax, outlet: outlet, clock: clock)
                    try channel.pipeline.syncOperations.addHandler(reader)
                }
            }
    }

    private func report(closed error: any Error) {
        guard !Task.isCancelled else { return }
        let words = "UDP \(local): \(SystemError.words(for: error))"
        logger.warning("the heartbeat's port is closed", metadata: ["reason": "\(words)"])
        outlet.send(.closed(words: words, at: clock.now()))
    }
}
