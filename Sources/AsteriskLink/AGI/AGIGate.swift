import NIOCore
import Ports
import Synchronization
import Vocabulary
import Wire

/// Decides about everybody who connects: this machine alone, and so many at once. What is turned away goes on in the
/// dialplan at once.
final class AGIGate: Sendable {
    private struct TurnedAway: Error {}

    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isClosed = false
    }

    private let clock: any ClockPort
    private let state = Mutex(State())
    private let admitted: AsyncStream<AGICall>.Continuation

    /// Calls that are ready for commands, for one consumer; it ends with `closeAll`.
    let calls: AsyncStream<AGICall>

    init(clock: any ClockPort) {
        (calls, admitted) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(AGIServer.callsMax))
        self.clock = clock
    }

    /// Makes a new connection ready, or fails and thereby closes it. Runs on the channel's event loop.
    func admit(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            guard Self.isLoopback(channel.remoteAddress), enter(channel) else {
                channel.close(promise: nil)
                throw TurnedAway()
            }
            let call = AGICall(channel: channel, clock: clock) { [admitted] in admitted.yield($0) }
            try channel.pipeline.syncOperations.addHandler(AGIReader(call: call))
        }
    }

    /// Ends every call and takes none any more.
    func closeAll() {
        admitted.finish()
        let channels = state.withLock { state in
            state.isClosed = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }

    private func enter(_ channel: any Channel) -> Bool {
        let id = ObjectIdentifier(channel)
        let isAdmitted = state.withLock { state in
            guard !state.isClosed, state.channels.count < AGIServer.callsMax else { return false }
            state.channels[id] = channel
            return true
        }
        guard isAdmitted else { return false }
        channel.closeFuture.whenComplete { _ in self.state.withLock { $0.channels[id] = nil } }
        return true
    }

    static func isLoopback(_ address: SocketAddress?) -> Bool {
        guard let text = address?.ipAddress else { return false }
        return text.hasPrefix("127.") || text == "::1" || text.hasPrefix("::ffff:127.")
    }
}
