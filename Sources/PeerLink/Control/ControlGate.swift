import NIOCore
import NIOSSL
import Ports
import Synchronization
import Vocabulary
import Wire

/// Decides about every caller of the control port: the address first, then the number of connections, then the proof
/// of the secret.
final class ControlGate: Sendable {
    private struct TurnedAway: Error {}

    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosed = false
    }

    private let peer: SocketAddress
    private let contexts: TLSContexts
    private let answering: any ControlAnswering
    private let state = Mutex(State())
    private let admitted: AsyncStream<ControlConnection>.Continuation

    /// Those who were let in, for one consumer; it ends with `closeAll`.
    let connections: AsyncStream<ControlConnection>

    init(peer: SocketAddress, contexts: TLSContexts, answering: any ControlAnswering) {
        (connections, admitted) = AsyncStream.makeStream()
        self.peer = peer
        self.contexts = contexts
        self.answering = answering
    }

    /// Makes a new caller's channel ready, or fails and thereby closes it. Runs on the channel's event loop.
    func admit(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            guard AddressBook.sameHost(channel.remoteAddress, peer) else {
                throw turnAway(channel, .foreignAddress(channel.remoteAddress?.ipAddress ?? "unknown"))
            }
            guard enter(channel) else { throw turnAway(channel, .tooManyConnections) }
            do {
                admitted.yield(try furnish(channel))
            } catch {
                throw turnAway(channel, .encryption("this node's own certificates: \(error)"))
            }
        }
    }

    /// Ends every connection and lets nobody in any more.
    func closeAll() {
        admitted.finish()
        let channels = state.withLock { state in
            state.isClosed = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }

    private func furnish(_ channel: any Channel) throws -> ControlConnection {
        let idle = TimeAmount.nanoseconds(ControlServer.idleMax.nanoseconds)
        let (frames, arriving) = AsyncStream.makeStream(
            of: ControlFrame.self, bufferingPolicy: .bufferingOldest(ControlServer.requestsWaitingMax))
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(NIOSSLServerHandler(context: contexts.server()))
        try pipeline.addHandler(IdleStateHandler(readTimeout: idle))
        try pipeline.addHandler(FrameCodec())
        try pipeline.addHandler(ControlWarden(answering: answering, arriving: arriving))
        return ControlConnection(channel: channel, frames: frames)
    }

    private func enter(_ channel: any Channel) -> Bool {
        let id = ObjectIdentifier(channel)
        let isAdmitted = state.withLock { state in
            guard !state.isClosed, state.channels.count < ControlServer.connectionsMax else { return false }
            state.channels[id] = channel
            return true
        }
        guard isAdmitted else { return false }
        channel.closeFuture.whenComplete { _ in self.state.withLock { $0.channels[id] = nil } }
        return true
    }

    private func turnAway(_ channel: any Channel, _ refusal: ControlRefusal) -> TurnedAway {
        answering.refused(refusal)
        channel.close(promise: nil)
        return TurnedAway()
    }
}
