import NIOCore
import Vocabulary
import Wire

/// One connection to Asterisk's manager: passes its bytes to the desk, and time while it lasts.
final class ManagerReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    /// How often the desk looks at its limits.
    private static let tickInterval = TimeAmount.milliseconds(100)

    private let desk: ManagerDesk
    private let ended: EventLoopPromise<AMIFailure>
    private var ticking: RepeatedTask?
    private var words: String?

    /// - Parameter ended: succeeds when the connection has ended.
    init(desk: ManagerDesk, ended: EventLoopPromise<AMIFailure>) {
        self.desk = desk
        self.ended = ended
    }

    func channelActive(context: ChannelHandlerContext) {
        desk.connected(context.channel)
        ticking = context.eventLoop.scheduleRepeatedTask(
            initialDelay: Self.tickInterval, delay: Self.tickInterval
        ) { [desk] _ in desk.tick() }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        desk.received(unwrapInboundIn(data).readableBytesView)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if words == nil { words = SocketWords.text(for: error) }
        context.close(promise: nil)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        ticking?.cancel()
        ended.succeed(desk.linkLost(words ?? "Asterisk closed the connection"))
    }
}
