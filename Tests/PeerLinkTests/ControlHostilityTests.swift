import HostSystem
import NIOCore
import NIOPosix
import NIOSSL
import Ports
import Testing
import Vocabulary
import Wire

@testable import PeerLink

@Suite(.timeLimit(.minutes(1)))
struct ControlHostilityTests {
    @Test func `a caller from another address is turned away before TLS`() async throws {
        let pair = try LoopbackPair(peerHost: "127.0.0.1")
        try await Running.services([pair.server.run]) {
            let client = pair.client(port: await pair.port(), from: "127.0.0.2")
            try await Running.services([client.run]) {
                let failure = await #expect(throws: ControlFailure.self) {
                    try await client.request(.settle, timeout: .seconds(5))
                }
                #expect(failure?.pathFailure == .other)
                #expect(await pair.answering.firstRefusal() == .foreignAddress("127.0.0.2"))
            }
        }
    }

    @Test func `a caller without a certificate has not proved the secret`() async throws {
        let pair = try LoopbackPair()
        try await Running.services([pair.server.run]) {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.certificateVerification = .none
            let channel = try await tlsChannel(configuration, port: await pair.port())
            #expect(await pair.answering.firstRefusal() == .secretMismatch)
            try await channel.closeFuture.get()
        }
    }

    @Test func `a frame above the limit ends the connection and is reported`() async throws {
        let pair = try LoopbackPair()
        try await Running.services([pair.server.run]) {
            let channel = try await provenChannel(pair, port: await pair.port())
            let tooLong = UInt32(ControlFrame.lengthMax + 1)
            try await channel.writeAndFlush(channel.allocator.buffer(integer: tooLong))
            #expect(await pair.answering.firstRefusal() == .badFrame("tooLong(length: \(tooLong))"))
            try await channel.closeFuture.get()
        }
    }

    @Test func `an unknown request is answered with a failure and the connection lives on`() async throws {
        let pair = try LoopbackPair()
        try await Running.services([pair.server.run]) {
            let channel = try await provenChannel(pair, port: await pair.port())
            let replies = try await channel.pipeline.handler(type: ReplyCollector.self).map { $0.frames }.get()
            try await channel.writeAndFlush(bytes(ControlFrame(kind: 0x7f, id: 5, body: []), channel))
            try await channel.writeAndFlush(bytes(ControlFrame(kind: 0x04, id: 6, body: [1]), channel))
            try await channel.writeAndFlush(bytes(ControlRequest.settle.frame(id: 7), channel))
            var found: [UInt32: ControlReply] = [:]
            for await frame in replies {
                found[frame.id] = try ControlReply(frame)
                if found.count == 3 { break }
            }
            #expect(found[5].map(Self.code) == .unknownMessage)
            #expect(found[6].map(Self.code) == .malformed)
            #expect(found[7] == .acknowledge)
            try await channel.close()
        }
    }

    @Test func `a flood of connections stops at the limit`() async throws {
        let pair = try LoopbackPair()
        try await Running.services([pair.server.run]) {
            let port = await pair.port()
            var channels: [any Channel] = []
            for _ in 0...ControlServer.connectionsMax {
                channels.append(
                    try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                        .connect(host: "127.0.0.1", port: port).get())
            }
            #expect(await pair.answering.firstRefusal() == .tooManyConnections)
            for channel in channels { channel.close(promise: nil) }
        }
    }

    @Test func `a flood of requests is cut off at the limit`() async throws {
        let pair = try LoopbackPair(silences: .max)
        try await Running.services([pair.server.run]) {
            let channel = try await provenChannel(pair, port: await pair.port())
            let count = ControlServer.requestsMax + ControlServer.requestsWaitingMax + 2
            for id in 0..<UInt32(count) {
                channel.writeAndFlush(bytes(ControlRequest.settle.frame(id: id), channel), promise: nil)
            }
            let limit = ControlServer.requestsWaitingMax
            #expect(await pair.answering.firstRefusal() == .badFrame("more than \(limit) requests at once"))
            try await channel.closeFuture.get()
        }
    }

    @Test func `noise instead of TLS is reported and closed`() async throws {
        let pair = try LoopbackPair()
        try await Running.services([pair.server.run]) {
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: await pair.port()).get()
            try await channel.writeAndFlush(channel.allocator.buffer(string: "GET / HTTP/1.0\r\n\r\n"))
            guard case .encryption = await pair.answering.firstRefusal() else {
                Issue.record("noise was not called a failure of encryption")
                return
            }
            try await channel.closeFuture.get()
        }
    }

    private static func code(_ reply: ControlReply) -> ControlReply.FailureCode? {
        guard case .failed(let failure) = reply else { return nil }
        return failure.code
    }

    private func bytes(_ frame: ControlFrame, _ channel: any Channel) -> ByteBuffer {
        channel.allocator.buffer(bytes: frame.encoded)
    }

    private func provenChannel(_ pair: LoopbackPair, port: Int) async throws -> any Channel {
        try await tlsChannel(try TLSContexts(files: pair.clientFiles).client(), port: port)
    }

    private func tlsChannel(_ configuration: TLSConfiguration, port: Int) async throws -> any Channel {
        try await tlsChannel(try NIOSSLContext(configuration: configuration), port: port)
    }

    private func tlsChannel(_ context: NIOSSLContext, port: Int) async throws -> any Channel {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: nil))
                    try pipeline.addHandler(ReplyCollector())
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
    }
}
