import NIOCore
import Ports

/// Passes the failures that a pipeline is told of on to whoever reads them.
final class ErrorCatcher: ChannelInboundHandler, Sendable {
    typealias InboundIn = Never

    private let arriving: AsyncStream<ControlFailure>.Continuation

    init(_ arriving: AsyncStream<ControlFailure>.Continuation) { self.arriving = arriving }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let failure = error as? ControlFailure { arriving.yield(failure) }
    }
}
