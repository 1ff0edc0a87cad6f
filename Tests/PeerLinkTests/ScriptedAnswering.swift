import Ports
import Synchronization
import Vocabulary
import Wire

/// A peer's daemon that answers hellos with its own and everything else with an acknowledgement, unless it is told to
/// keep silent; it writes down who was turned away.
final class ScriptedAnswering: ControlAnswering {
    static let hello = ControlHello(
        mode: .secondary, boot: BootID(rawValue: 7), incarnation: Incarnation(rawValue: 9),
        wallClock: WallTime(microseconds: 1), softwareVersion: "1.0", timeZone: "UTC")

    /// Who was turned away, oldest first.
    let refusals: AsyncStream<ControlRefusal>
    /// Requests as they arrive.
    let arrivals: AsyncStream<ControlRequest>

    private let refusalEnd: AsyncStream<ControlRefusal>.Continuation
    private let arrivalEnd: AsyncStream<ControlRequest>.Continuation
    private let silences: Mutex<Int>

    /// - Parameter silences: how many requests get no answer before the first that does.
    init(silences: Int = 0) {
        self.silences = Mutex(silences)
        (refusals, refusalEnd) = AsyncStream.makeStream()
        (arrivals, arrivalEnd) = AsyncStream.makeStream()
    }

    func answer(_ request: ControlRequest) async -> ControlReply {
        arrivalEnd.yield(request)
        let isSilent = silences.withLock { count in
            defer { count = max(0, count - 1) }
            return count > 0
        }
        if isSilent { await Self.untilCancelled() }
        if case .hello = request { return .hello(Self.hello) }
        return .acknowledge
    }

    func refused(_ refusal: ControlRefusal) { refusalEnd.yield(refusal) }

    func firstRefusal() async -> ControlRefusal? {
        for await refusal in refusals { return refusal }
        return nil
    }

    func firstArrival() async -> ControlRequest? {
        for await arrival in arrivals { return arrival }
        return nil
    }

    private static func untilCancelled() async {
        let (stream, end) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        end.finish()
    }
}
