import NIOCore
import NIOEmbedded
import Ports
import Testing
import Vocabulary
import Wire

@testable import PeerLink

/// Requests that wait at the desk, on a loop whose time the test moves.
struct RequestDeskTests {
    private let channel = NIOAsyncTestingChannel()

    @Test func `a peer that says nothing loses its link, and all that wait on it end with the first`() async throws {
        let (desk, caught) = try await deskWithLink()
        async let short = desk.request(.settle, timeout: .milliseconds(300))
        async let long = desk.request(.settle, timeout: .seconds(20))
        for _ in 0..<2 { _ = try await channel.waitForOutboundWrite(as: ControlFrame.self) }
        await channel.testingEventLoop.advanceTime(by: .milliseconds(300))
        let silence = ControlFailure.silent("no reply within 300 ms")
        #expect(await [short, long] == [.failure(silence), .failure(silence)])
        #expect(await caught.first { _ in true } == silence)
        #expect(await desk.request(.settle, timeout: .seconds(1)) == .failure(silence))
    }

    @Test func `a peer that is slow with one request keeps its link by answering another`() async throws {
        let (desk, _) = try await deskWithLink()
        async let short = desk.request(.settle, timeout: .milliseconds(300))
        async let long = desk.request(.settle, timeout: .seconds(20))
        let sent = [
            try await channel.waitForOutboundWrite(as: ControlFrame.self),
            try await channel.waitForOutboundWrite(as: ControlFrame.self),
        ]
        desk.heard(ControlReply.acknowledge.frame(id: .max))
        await channel.testingEventLoop.advanceTime(by: .milliseconds(300))
        #expect(await short == .failure(.silent("no reply within 300 ms")))
        for frame in sent { desk.heard(ControlReply.acknowledge.frame(id: frame.id)) }
        #expect(await long == .success(.acknowledge))
    }

    /// A desk with a ready link, and the failures that the link's pipeline is told of.
    private func deskWithLink() async throws -> (RequestDesk, AsyncStream<ControlFailure>) {
        let (caught, arriving) = AsyncStream.makeStream(of: ControlFailure.self)
        try await channel.pipeline.addHandler(ErrorCatcher(arriving))
        let desk = RequestDesk(loop: channel.eventLoop)
        desk.linkUp(channel)
        return (desk, caught)
    }
}
