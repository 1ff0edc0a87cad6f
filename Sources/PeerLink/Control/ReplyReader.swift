import NIOCore
import NIOSSL
import NIOTLS
import Ports
import Vocabulary
import Wire

/// The client's end of one connection: passes replies to the desk and finds out why the connection ended.
final class ReplyReader: ChannelInboundHandler {
    typealias InboundIn = ControlFrame

    /// Succeeds when this side's part of the TLS handshake is done; fails where the connection ends before.
    private let ready: EventLoopPromise<Void>
    /// Succeeds when the connection has ended or is given up.
    private let ended: EventLoopPromise<ConnectionEnd>

    private let desk: RequestDesk
    private let proofMax: Duration
    private var proofLimit: Scheduled<Void>?
    private var isSecure = false
    private var wasOfUse = false
    private var failure: ControlFailure?
    private var hasEnded = false

    /// - Parameter proofMax: how long the TLS handshake may take.
    init(
        desk: RequestDesk, proofMax: Duration, ready: EventLoopPromise<Void>, ended: EventLoopPromise<ConnectionEnd>
    ) {
        self.desk = desk
        self.proofMax = proofMax
        self.ready = ready
        self.ended = ended
    }

    func channelActive(context: ChannelHandlerContext) {
        let pipeline = context.pipeline
        let silence = ControlFailure.silent("no TLS handshake within \(Int(proofMax.milliseconds)) ms")
        proofLimit = context.eventLoop.scheduleTask(in: .nanoseconds(proofMax.nanoseconds)) {
            pipeline.fireErrorCaught(silence)
        }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event {
            isSecure = true
            proofLimit?.cancel()
            ready.succeed()
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        wasOfUse = true
        desk.heard(unwrapInboundIn(data))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if failure == nil { failure = ControlFailure(connectionError: error, isSecure: isSecure) }
        // TLS waits for the peer's farewell for seconds, and a peer that is gone sends none.
        end()
        context.close(promise: nil)
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    /// Says how the connection ended; only the first time counts.
    private func end() {
        guard !hasEnded else { return }
        hasEnded = true
        proofLimit?.cancel()
        let failure = failure ?? .lost("the peer closed the connection")
        ready.fail(failure)
        ended.succeed(ConnectionEnd(failure: failure, wasOfUse: wasOfUse))
    }
}
