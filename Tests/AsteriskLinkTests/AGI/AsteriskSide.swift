import NIOCore
import NIOPosix
import Synchronization

/// Asterisk's side of a FastAGI connection: says what the channel is, and answers each command as a test says.
final class AsteriskSide: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    static let environment = "agi_network: yes\nagi_network_script: feature\nagi_arg_1: wake-up\nagi_arg_2: 1001\n\n"

    private let answer: @Sendable (String) -> String?
    private let lines = Mutex<[String]>([])

    /// - Parameter answer: what Asterisk says to a command; nil says nothing.
    init(answer: @escaping @Sendable (String) -> String? = { _ in "200 result=0\n" }) { self.answer = answer }

    /// The commands that came.
    var commands: [String] { lines.withLock { $0 } }

    /// Connects and says what the channel is.
    func connect(port: Int, saying environment: String = AsteriskSide.environment) async throws -> any Channel {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(self) }
            }
            .connect(host: "127.0.0.1", port: port).get()
        channel.writeAndFlush(ByteBuffer(string: environment), promise: nil)
        return channel
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let text = String(buffer: unwrapInboundIn(data))
        for line in text.split(separator: "\n").map(String.init) {
            lines.withLock { $0.append(line) }
            guard let reply = answer(line) else { continue }
            context.writeAndFlush(NIOAny(ByteBuffer(string: reply)), promise: nil)
        }
    }
}
