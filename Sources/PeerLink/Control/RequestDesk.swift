import NIOCore
import Ports
import Synchronization
import Vocabulary
import Wire

/// Where requests wait for their replies: each leaves exactly once, by its reply, its timeout, the end of the link or
/// its caller's going away.
final class RequestDesk: Sendable {
    /// Requests that may wait at once.
    static let waitingMax = 64

    /// What a waiting request ends with.
    typealias Outcome = Result<ControlReply, ControlFailure>

    /// The link behind the desk.
    private enum Link {
        /// No connection was made yet, and none has failed: requests wait unsent.
        case starting
        /// Requests are sent here.
        case up(any Channel)
        /// Requests fail with this at once.
        case down(ControlFailure)
    }

    private struct Waiting {
        let request: ControlRequest
        let waiter: CheckedContinuation<Outcome, Never>
        let limit: Scheduled<Void>
        /// How many frames had come in when it was sent.
        var framesBefore: UInt64

        func finish(_ outcome: Outcome) {
            limit.cancel()
            waiter.resume(returning: outcome)
        }
    }

    /// What putting a request down came to.
    private enum Placement {
        case kept
        case sent(any Channel)
        case refused(ControlFailure)
    }

    private struct State {
        var link = Link.starting
        var waiting: [UInt32: Waiting] = [:]
        var nextID: UInt32 = 1
        var framesHeard: UInt64 = 0
        /// Requests that are just being put down, and whether their caller has gone away meanwhile.
        var arriving: [UInt32: Bool] = [:]
    }

    private let loop: any EventLoop
    private let state = Mutex(State())

    /// - Parameter loop: measures the timeouts.
    init(loop: any EventLoop) { self.loop = loop }

    // MARK: The caller's side

    func request(_ request: ControlRequest, timeout: Duration) async -> Outcome {
        let id = state.withLock { state in
            defer { state.nextID &+= 1 }
            state.arriving[state.nextID] = false
            return state.nextID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                put(request, id: id, timeout: timeout, waiter: waiter)
            }
        } onCancel: {
            abandon(id)
        }
    }

    // MARK: The link's side

    /// A connection is ready: what waits unsent is sent.
    func linkUp(_ channel: any Channel) {
        let unsent = state.withLock { state in
            state.link = .up(channel)
            for id in state.waiting.keys { state.waiting[id]?.framesBefore = state.framesHeard }
            return state.waiting.map { $0.value.request.frame(id: $0.key) }
        }
        for frame in unsent { channel.writeAndFlush(frame, promise: nil) }
    }

    /// The connection ended or could not be made: everything that waits fails.
    func linkDown(_ failure: ControlFailure) {
        let waiting = state.withLock { state in
            state.link = .down(failure)
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for entry in waiting { entry.finish(.failure(failure)) }
    }

    /// A frame came in.
    func heard(_ frame: ControlFrame) {
        let entry = state.withLock { state in
            state.framesHeard += 1
            return state.waiting.removeValue(forKey: frame.id)
        }
        entry?.finish(Self.outcome(of: frame))
    }

    // MARK: Inside

    private func put(
        _ request: ControlRequest, id: UInt32, timeout: Duration, waiter: CheckedContinuation<Outcome, Never>
    ) {
        let limit = loop.scheduleTask(in: .nanoseconds(timeout.nanoseconds)) { self.timedOut(id, after: timeout) }
        let placement = state.withLock { state -> Placement in
            if state.arriving.removeValue(forKey: id) == true { return .refused(.cancelled) }
            guard state.waiting.count < Self.waitingMax else {
                return .refused(.other("too many requests wait for the peer"))
            }
            if case .down(let failure) = state.link { return .refused(failure) }
            state.waiting[id] = Waiting(
                request: request, waiter: waiter, limit: limit, framesBefore: state.framesHeard)
            if case .up(let channel) = state.link { return .sent(channel) }
            return .kept
        }
        switch placement {
        case .kept: break
        case .sent(let channel): channel.writeAndFlush(request.frame(id: id), promise: nil)
        case .refused(let failure):
            limit.cancel()
            waiter.resume(returning: .failure(failure))
        }
    }

    /// A peer that said nothing at all since the request was sent is not there any more, whatever TCP believes: its
    /// link is given up at once, and with it whatever else waits there.
    private func timedOut(_ id: UInt32, after timeout: Duration) {
        let failure = ControlFailure.silent("no reply within \(Int(timeout.milliseconds)) ms")
        let (ended, dead) = state.withLock { state -> ([Waiting], (any Channel)?) in
            guard let entry = state.waiting.removeValue(forKey: id) else { return ([], nil) }
            guard case .up(let channel) = state.link, entry.framesBefore == state.framesHeard else {
                return ([entry], nil)
            }
            state.link = .down(failure)
            defer { state.waiting = [:] }
            return ([entry] + state.waiting.values, channel)
        }
        for entry in ended { entry.finish(.failure(failure)) }
        dead?.pipeline.fireErrorCaught(failure)
    }

    private func abandon(_ id: UInt32) {
        let entry = state.withLock { state -> Waiting? in
            if state.arriving[id] != nil { state.arriving[id] = true }
            return state.waiting.removeValue(forKey: id)
        }
        entry?.finish(.failure(.cancelled))
    }

    private static func outcome(of frame: ControlFrame) -> Outcome {
        do throws(ControlMessageError) {
            let reply = try ControlReply(frame)
            if case .hello(let hello) = reply, !hello.protocolVersion.isUnderstood {
                return .failure(.protocolTooNew(theirs: hello.protocolVersion.rawValue))
            }
            return .success(reply)
        } catch {
            return .failure(.other("the peer's reply could not be read: \(error)"))
        }
    }
}
