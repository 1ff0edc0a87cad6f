import NIOCore
import NIOPosix
import PeerLink
import Ports
import Testing
import Vocabulary

@Suite(.timeLimit(.minutes(1)))
struct TCPProbeTests {
    private let probe = TCPProbe(group: .singletonMultiThreadedEventLoopGroup)

    @Test func `a listening port accepts`() async throws {
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0).get()
        let answer = await probe.knock(
            host: "127.0.0.1", port: listener.localAddress?.port ?? 0, timeout: .seconds(1))
        #expect(answer == .accepted)
        #expect(answer.provesAlive)
        try await listener.close()
    }

    @Test func `a refusal proves that the host is alive`() async throws {
        let answer = await probe.knock(host: LoopbackAddress.random(), port: 3081, timeout: .seconds(1))
        #expect(answer == .refused)
        #expect(answer.provesAlive)
    }

    @Test func `a name that cannot be resolved is silence`() async {
        let answer = await probe.knock(host: "no-such-host.invalid", port: 1, timeout: .seconds(1))
        #expect(!answer.provesAlive)
    }
}
