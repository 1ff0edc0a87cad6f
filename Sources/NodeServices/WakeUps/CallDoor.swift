import HotelLogic
import Ports
import Vocabulary
import Wire

/// Where calls wait for a moment before Asterisk is asked to make them: phones, gateways and lines meet the pace that
/// the settings say, and not what has piled up behind a disk, a peer or an Asterisk that stood still.
struct CallDoor: Sendable, Hashable {
    /// A call of which Asterisk shows nothing for so long holds up no other.
    static let patience = Duration.seconds(1)

    private struct Waiting: Sendable, Hashable {
        let name: WakeUpCallName
        let order: OriginateOrder
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

    /// The calls that may go out now.
    ///
    /// - Parameter isHeld: false where there is no Asterisk: then nothing waits, since nothing rings.
    mutating func open(isHeld: Bool, at now: Instant) -> [RingingErrand] {
        var count = waiting.count
        if isHeld {
            placed = placed.filter { now - $0.value < Self.patience }
            count = min(count, pace.available(at: now), max(0, placedMax - placed.count))
        }
        guard count > 0 else { return [] }
        let out = waiting.prefix(count)
        waiting.removeFirst(count)
        pace.take(count)
        for call in out { placed[call.name] = now }
        return out.map { .call($0.name, $0.order) }
    }
}
