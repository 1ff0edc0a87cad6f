import NIOCore
import NIOSSL
import NIOTLS
import Ports
import Vocabulary
import Wire

/// Watches one connection of the control port and hands its requests on. It ends the connection where the secret is not
/// proved in time, where the caller is silent for too long or speaks something else, and says why.
final class ControlWarden: ChannelInboundHandler {
    typealias InboundIn = ControlFrame

    private let answering: any ControlAnswering
    private let arriving: AsyncStream<ControlFrame>.Continuation
    private var proofLimit: Scheduled<Void>?
    private var hasReported = false

    init(answering: any ControlAnswering, arriving: AsyncStream<ControlFrame>.Continuation) {
        self.answering = answering
        self.arriving = arriving
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        let limit = TimeAmount.nanoseconds(ControlServer.proofMax.nanoseconds)
        proofLimit = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        proofLimit?.cancel()
        arriving.finish()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .dropped = arriving.yield(unwrapInboundIn(data)) else { return }
        turnAway(.badFrame("more than \(ControlServer.requestsWaitingMax) requests at once"), context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event { proofLimit?.cancel() }
        if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        turnAway(Self.refusal(for: error), context)
    }

    /// Closes the connection; only its first trouble is told.
    private func turnAway(_ refusal: ControlRefusal?, _ context: ChannelHandlerContext) {
        if let refusal, !hasReported {
            hasReported = true
            answering.refused(refusal)
        }
        context.close(promise: nil)
    }

    private static func refusal(for error: any Error) -> ControlRefusal? {
        if let error = error as? ControlFrameError { return .badFrame("\(error)") }
        switch TLSVerdict(error) {
        case .secretMismatch: return .secretMismatch
        case .encryption(let words): return .encryption(words)
        case .ended: return .encryption("the connection ended during the TLS handshake")
        case nil: return nil
        }
    }
}
