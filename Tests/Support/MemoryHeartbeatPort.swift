import Ports
import Synchronization
import Vocabulary

/// One end of a wire for datagrams that a test bends at will; the other end is its twin.
package final class MemoryHeartbeatPort: HeartbeatPort {
    /// What happens to datagrams that leave here.
    package enum Weather: Sendable, Hashable {
        /// They arrive at once and in order.
        case clear
        /// They vanish.
        case cut
        /// The peer's host says that nobody listens.
        case portClosed
        /// They stay here until the test lets them go.
        case held
    }

    /// Events that may wait for the consumer, as at the real socket.
    package static let eventsWaitingMax = 256

    /// Where arriving events wait for their consumer.
    private final class Inbox: Sendable {
        let events: AsyncStream<HeartbeatEvent>
        private let continuation: AsyncStream<HeartbeatEvent>.Continuation
        private let droppedCount = Atomic<UInt64>(0)

        init() {
            (events, continuation) = AsyncStream.makeStream(
                of: HeartbeatEvent.self, bufferingPolicy: .bufferingNewest(MemoryHeartbeatPort.eventsWaitingMax))
        }

        var dropped: UInt64 { droppedCount.load(ordering: .relaxed) }

        func put(_ event: HeartbeatEvent) {
            if case .dropped = continuation.yield(event) { droppedCount.add(1, ordering: .relaxed) }
        }

        func finish() { continuation.finish() }
    }

    private struct State {
        var weather = Weather.clear
        /// For each of the next datagrams: does it get lost?
        var losses: [Bool] = []
        var held: [[UInt8]] = []
        var sent: [[UInt8]] = []
    }

    private let own: Inbox
    private let other: Inbox
    private let clock: any ClockPort
    private let state = Mutex(State())

    /// Two ends that hear each other.
    package static func pair(clock: any ClockPort) -> (MemoryHeartbeatPort, MemoryHeartbeatPort) {
        let (left, right) = (Inbox(), Inbox())
        return (
            MemoryHeartbeatPort(own: left, other: right, clock: clock),
            MemoryHeartbeatPort(own: right, other: left, clock: clock)
        )
    }

    private init(own: Inbox, other: Inbox, clock: any ClockPort) {
        self.own = own
        self.other = other
        self.clock = clock
    }

    package var events: AsyncStream<HeartbeatEvent> { own.events }

    package var eventsDropped: UInt64 { own.dropped }

    /// Everything that was given to `send`, lost or not.
    package var sent: [[UInt8]] { state.withLock { $0.sent } }

    package func send(_ datagram: [UInt8]) {
        let weather = state.withLock { state -> Weather in
            state.sent.append(datagram)
            if !state.losses.isEmpty, state.losses.removeFirst() { return .cut }
            if state.weather == .held { state.held.append(datagram) }
            return state.weather
        }
        switch weather {
        case .clear: deliver(datagram)
        case .cut, .held: break
        case .portClosed:
            own.put(.sendFailed(.portClosed, words: "Connection refused", at: clock.now()))
        }
    }

    // MARK: What a test does

    /// Changes the weather for what leaves here from now on; clear weather lets go what was held, in order.
    package func turn(_ weather: Weather) {
        let released = state.withLock { state -> [[UInt8]] in
            state.weather = weather
            guard weather == .clear else { return [] }
            defer { state.held = [] }
            return state.held
        }
        for datagram in released { deliver(datagram) }
    }

    /// Says of each of the next datagrams that leave here whether it gets lost.
    package func lose(_ script: [Bool]) { state.withLock { $0.losses = script } }

    /// Puts a datagram in front of this end that its twin never sent.
    package func inject(_ datagram: [UInt8], fromPeer: Bool) {
        own.put(.received(ReceivedDatagram(bytes: datagram, fromPeer: fromPeer, receivedAt: clock.now())))
    }

    /// Puts any other event in front of this end.
    package func inject(_ event: HeartbeatEvent) { own.put(event) }

    /// Ends this end's events, as closing the real port does.
    package func close() { own.finish() }

    private func deliver(_ datagram: [UInt8]) {
        other.put(.received(ReceivedDatagram(bytes: datagram, fromPeer: true, receivedAt: clock.now())))
    }
}
