import NIOCore
import Wire

/// Frames over a byte stream. A stream that is no longer the control protocol is reported once and then closed.
final class FrameCodec: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ControlFrame
    typealias OutboundIn = ControlFrame
    typealias OutboundOut = ByteBuffer

    private var decoder = ControlFrameDecoder()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        do throws(ControlFrameError) {
            try decoder.append(unwrapInboundIn(data).readableBytesView)
            while let frame = try decoder.nextFrame() {
                context.fireChannelRead(wrapInboundOut(frame))
            }
        } catch {
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let bytes = unwrapOutboundIn(data).encoded
        context.write(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: promise)
    }
}
