import HostSystem
import NIOCore
import NIOPosix
import PeerLink
import Ports
import Testing
import Vocabulary

@Suite(.timeLimit(.minutes(1)))
struct HeartbeatSocketTests {
    private static let bytesMax = 300

    private func socket(at host: String, port: Int = 65_000, peer: String) -> HeartbeatSocket {
        HeartbeatSocket(
            local: HostPort(host: host, port: port), peer: HostPort(host: peer, port: 65_000),
            datagramBytesMax: Self.bytesMax, group: .singletonMultiThreadedEventLoopGroup, clock: SystemClock(),
            logger: LoopbackPair.logger)
    }

    /// A socket whose peer is not there.
    private func lonelySocket(at host: String, port: Int = 65_000) -> HeartbeatSocket {
        socket(at: host, port: port, peer: LoopbackAddress.random())
    }

    /// The first event in which `find` finds something; those before it are let go.
    private func first<Found>(
        _ socket: HeartbeatSocket, _ find: (HeartbeatEvent) -> Found?
    ) async -> Found? {
        for await event in socket.events {
            if let found = find(event) { return found }
        }
        return nil
    }

    private func opened(_ event: HeartbeatEvent) -> Int? {
        if case .opened(let port) = event { port } else { nil }
    }

    private func received(_ event: HeartbeatEvent) -> ReceivedDatagram? {
        if case .received(let datagram) = event { datagram } else { nil }
    }

    /// Sends `bytes` from a socket outside to the heartbeat's port of `target`.
    private func shoot(_ bytes: [UInt8], at target: String, from host: String) async throws {
        let channel = try await DatagramBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: host, port: 0).get()
        let target = try SocketAddress(ipAddress: target, port: 65_000)
        try await channel.writeAndFlush(
            AddressedEnvelope(remoteAddress: target, data: channel.allocator.buffer(bytes: bytes)))
        try await channel.close()
    }

    @Test func `datagrams cross both ways`() async throws {
        let (leftHost, rightHost) = (LoopbackAddress.random(), LoopbackAddress.random())
        let (left, right) = (socket(at: leftHost, peer: rightHost), socket(at: rightHost, peer: leftHost))
        try await Running.services([left.run, right.run]) {
            let sending = Repeater {
                left.send([1, 2, 3])
                right.send([4, 5])
            }
            let (rightGot, leftGot) = try await Running.services([sending.run]) {
                (await first(right, received), await first(left, received))
            }
            #expect(rightGot?.bytes == [1, 2, 3])
            #expect(rightGot?.fromPeer == true)
            #expect(leftGot?.bytes == [4, 5])
        }
    }

    @Test func `the peer's closed port is reported`() async throws {
        let socket = lonelySocket(at: LoopbackAddress.random())
        try await Running.services([socket.run]) {
            let sending = Repeater { socket.send([1]) }
            let failure = try await Running.services([sending.run]) {
                await first(socket) { event -> PathFailure? in
                    if case .sendFailed(let failure, _, _) = event { failure } else { nil }
                }
            }
            #expect(failure == .portClosed)
        }
    }

    @Test func `after a refusal the socket goes on receiving and sending`() async throws {
        let (leftHost, rightHost) = (LoopbackAddress.random(), LoopbackAddress.random())
        let left = socket(at: leftHost, peer: rightHost)
        try await Running.services([left.run]) {
            let sending = Repeater { left.send([9]) }
            try await Running.services([sending.run]) {
                let refused: Bool? = await first(left) { event in
                    if case .sendFailed(.portClosed, _, _) = event { true } else { nil }
                }
                #expect(refused == true)
                let right = socket(at: rightHost, peer: leftHost)
                try await Running.services([right.run]) { #expect(await first(right, received)?.bytes == [9]) }
            }
        }
    }

    @Test func `a stranger's datagram is handed on and marked as not the peer's`() async throws {
        let host = LoopbackAddress.random()
        let socket = lonelySocket(at: host)
        try await Running.services([socket.run]) {
            #expect(await first(socket, opened) == 65_000)
            try await shoot([66], at: host, from: "127.0.0.9")
            let datagram = try #require(await first(socket, received))
            #expect(datagram.bytes == [66])
            #expect(!datagram.fromPeer)
        }
    }

    @Test func `an oversized datagram is reported and not handed on`() async throws {
        let (host, peer) = (LoopbackAddress.random(), LoopbackAddress.random())
        let socket = socket(at: host, peer: peer)
        try await Running.services([socket.run]) {
            #expect(await first(socket, opened) == 65_000)
            try await shoot([UInt8](repeating: 7, count: 1_400), at: host, from: peer)
            try await shoot([UInt8](repeating: 8, count: Self.bytesMax), at: host, from: peer)
            let oversized: Bool? = await first(socket) { event in
                if case .oversized(let fromPeer, _) = event { fromPeer } else { nil }
            }
            #expect(oversized == true)
            #expect(await first(socket, received)?.bytes.count == Self.bytesMax)
        }
    }

    @Test func `events that nobody takes are counted and the newest are kept`() async throws {
        let host = LoopbackAddress.random()
        let socket = lonelySocket(at: host)
        try await Running.services([socket.run]) {
            #expect(await first(socket, opened) == 65_000)
            let total = HeartbeatSocket.eventsWaitingMax * 2
            let sending = Repeater { try? await shoot([UInt8](repeating: 1, count: 20), at: host, from: "127.0.0.9") }
            try await Running.services([sending.run]) { await sending.reached(total) }
            #expect(socket.eventsDropped > 0)
        }
    }

    @Test func `a port that is taken is reported and tried again`() async throws {
        let host = LoopbackAddress.random()
        let holder = try await DatagramBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: host, port: 65_000).get()
        let socket = lonelySocket(at: host)
        try await Running.services([socket.run]) {
            let words: String? = await first(socket) { event in
                if case .closed(let words, _) = event { words } else { nil }
            }
            #expect(words == "UDP \(host):65000: Address already in use")
            try await holder.close()
            #expect(await first(socket, opened) == 65_000)
        }
    }

    @Test func `a second daemon cannot share the port`() async throws {
        let host = LoopbackAddress.random()
        let socket = lonelySocket(at: host)
        let second = lonelySocket(at: host)
        try await Running.services([socket.run]) {
            #expect(await first(socket, opened) == 65_000)
            try await Running.services([second.run]) {
                let words: String? = await first(second) { event in
                    if case .closed(let words, _) = event { words } else { nil }
                }
                #expect(words == "UDP \(host):65000: Address already in use")
            }
        }
    }

    @Test func `the system chooses where port 0 is asked for, and says which`() async throws {
        let socket = lonelySocket(at: "127.0.0.1", port: 0)
        try await Running.services([socket.run]) {
            let port = try #require(await first(socket, opened))
            #expect(port > 0)
        }
    }

    @Test func `the events end when the socket is stopped`() async throws {
        let socket = lonelySocket(at: LoopbackAddress.random())
        try await Running.services([socket.run]) { #expect(await first(socket, opened) != nil) }
        #expect(await first(socket, opened) == nil)
    }
}
