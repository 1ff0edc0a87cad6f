import NIOCore
import Ports

/// Turns what a datagram channel reads into events.
final class DatagramReader: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>

    private let peer: SocketAddress
    private let bytesMax: Int
    private let outlet: HeartbeatOutlet
    private let clock: any ClockPort

    init(peer: SocketAddress, bytesMax: Int, outlet: HeartbeatOutlet, clock: any ClockPort) {
        self.peer = peer
        self.bytesMax = bytesMax
        self.outlet = outlet
        self.clock = clock
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let envelope = unwrapInboundIn(data)
        let now = clock.now()
        let fromPeer = AddressBook.sameHost(envelope.remoteAddress, peer)
        guard envelope.data.readableBytes <= bytesMax else {
            outlet.send(.oversized(fromPeer: fromPeer, at: now))
            return
        }
        let bytes = Array(envelope.data.readableBytesView)
        outlet.send(.received(ReceivedDatagram(bytes: bytes, fromPeer: fromPeer, receivedAt: now)))
    }

    /// The kernel reports here that an earlier datagram was refused; the channel decides whether it can go on.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        outlet.sendFailed(error, at: clock.now())
    }
}
