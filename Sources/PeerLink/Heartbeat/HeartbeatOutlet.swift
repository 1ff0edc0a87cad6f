import NIOCore
import Ports
import Synchronization
import Vocabulary

/// Hands the socket's events to their consumer and counts those that found no room.
final class HeartbeatOutlet: Sendable {
    private let continuation: AsyncStream<HeartbeatEvent>.Continuation
    private let droppedCount = Atomic<UInt64>(0)

    init(_ continuation: AsyncStream<HeartbeatEvent>.Continuation) { self.continuation = continuation }

    var dropped: UInt64 { droppedCount.load(ordering: .relaxed) }

    func send(_ event: HeartbeatEvent) {
        guard case .dropped = continuation.yield(event) else { return }
        droppedCount.add(1, ordering: .relaxed)
    }

    /// Tells that a datagram could not leave, in the terms of the diagnosis.
    func sendFailed(_ error: any Error, at now: Instant) {
        let failure: PathFailure
        if SystemError.isRefusal(error) {
            failure = .portClosed
        } else {
            failure = SystemError.isSilence(error) ? .silent : .other
        }
        send(.sendFailed(failure, words: SystemError.words(for: error), at: now))
    }

    func finish() { continuation.finish() }
}
