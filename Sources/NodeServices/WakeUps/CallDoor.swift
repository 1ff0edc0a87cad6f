import HotelLogic
import Ports
import Vocabulary
import Wire

/// Where calls wait for a moment before Asterisk is asked to make them: phones, gateways and lines meet the pace that
/// the settings say, and not what has piled up behind a disk, a peer or an Asterisk that stood still. An Asterisk that
/// makes no calls is asked for half as many.
struct CallDoor: Sendable, Hashable {
    /// A call of which Asterisk shows nothing for so long holds up no other.
    static let patience = Duration.seconds(1)
    /// How long a call may wait: what is left of its attempt's time must be enough for it to ring.
    static let waitMax = Duration.seconds(10)

    private struct Waiting: Sendable, Hashable {
        let name: WakeUpCallName
        let order: OriginateOrder
        /// nil until the door was looked at.
        var since: Instant?
    }

    private var pace: CallPace
    private let placedMax: Int
    private var waiting: [Waiting] = []
    /// Calls that Asterisk was asked for and has not begun to make, and when it was.
    private var placed: [WakeUpCallName: Instant] = [:]

    init(perSecond: Int, at now: Instant) {
        pace = CallPace(perSecond: perSecond, at: now)
        placedMax = max(1, perSecond / 2)
    }

    mutating func wait(_ name: WakeUpCallName, _ order: OriginateOrder) {
        waiting.append(Waiting(name: name, order: order))
    }

    /// True where it had not gone out: then it never will.
    mutating func takeBack(_ name: WakeUpCallName) -> Bool {
        placed[name] = nil
        guard let place = waiting.firstIndex(where: { $0.name == name }) else { return false }
        waiting.remove(at: place)
        return true
    }

    /// Asterisk makes the call, or it is over.
    mutating func began(_ name: WakeUpCallName) { placed[name] = nil }

    /// Asterisk went away, and with it whatever it was to do.
    mutating func interrupted() { (waiting, placed) = ([], [:]) }

    /// Takes back what has waited for too long, or all that waits; none of it will go out.
    mutating func takeBack(olderThan limit: Duration, at now: Instant) -> [WakeUpCallName] {
        let isLate = { (call: Waiting) in now - (call.since ?? now) >= limit }
        defer { waiting.removeAll(where: isLate) }
        return waiting.filter(isLate).map(\.name)
    }

    /// The calls that may go out now; none where Asterisk cannot be asked.
    mutating func open(isThere: Bool, at now: Instant) -> [RingingErrand] {
        for index in waiting.indices where waiting[index].since == nil { waiting[index].since = now }
        guard isThere else { return [] }
        placed = placed.filter { now - $0.value < Self.patience }
        let count = min(waiting.count, pace.available(at: now), max(0, placedMax - placed.count))
        guard count > 0 else { return [] }
        let out = waiting.prefix(count)
        waiting.removeFirst(count)
        pace.take(count)
        for call in out { placed[call.name] = now }
        return out.map { .call($0.name, $0.order) }
    }
}
