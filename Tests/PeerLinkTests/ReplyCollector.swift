import NIOCore
import Wire

/// The reading half of a hand-made client: cuts what arrives into frames.
final class ReplyCollector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    let frames: AsyncStream<ControlFrame>
    private let end: AsyncStream<ControlFrame>.Continuation
    private var decoder = ControlFrameDecoder()

    init() { (frames, end) = AsyncStream.makeStream() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        do {
            try decoder.append(unwrapInboundIn(data).readableBytesView)
            while let frame = try decoder.nextFrame() { end.yield(frame) }
        } catch {
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) { end.finish() }
}
