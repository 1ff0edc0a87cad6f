import NIOCore
import Vocabulary
import Wire

/// One connection of Asterisk's: passes its bytes to the call, and time while it lasts.
final class AGIReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    /// How often the call looks at its limits.
    private static let tickInterval = TimeAmount.milliseconds(250)

    private let call: AGICall
    private var ticking: RepeatedTask?
    private var words = "Asterisk closed the connection"

    init(call: AGICall) { self.call = call }

    func channelActive(context: ChannelHandlerContext) {
        call.connected()
        ticking = context.eventLoop.scheduleRepeatedTask(
            initialDelay: Self.tickInterval, delay: Self.tickInterval
        ) { [call] _ in call.tick() }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        call.received(unwrapInboundIn(data).readableBytesView)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        words = SocketWords.text(for: error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        ticking?.cancel()
        call.linkLost(words)
        context.fireChannelInactive()
    }
}
