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
    /// A connection that was never made is told by whoever tried to make it.
    private var wasActive = false

    /// - Parameter ended: succeeds when the connection has ended.
    init(desk: ManagerDesk, ended: EventLoopPromise<AMIFailure>) {
        self.desk = desk
        self.ended = ended
    }

    func channelActive(context: ChannelHandlerContext) {
        wasActive = true
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
        let words = words ?? "Asterisk closed the connection"
        ended.succeed(wasActive ? desk.linkLost(words) : .linkLost(words))
    }
}
