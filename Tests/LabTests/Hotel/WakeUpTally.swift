/// What came of a power cut while a house was woken, or of several.
struct WakeUpTally: Sendable, Hashable, CustomStringConvertible {
    var rooms = 0
    /// Guests who had lifted the receiver when the power was cut.
    var answeredBefore = 0
    /// Of those, how many the other node knew of.
    var crossed = 0
    /// Guests whom nobody woke.
    var missed = 0
    /// Guests who were woken twice.
    var twice = 0
    /// Of those, how many the other node had known of.
    var unexplained = 0
    /// When the last one answered, in seconds after the due time.
    var last = 0.0

    var description: String {
        "\(rooms) rooms, \(answeredBefore) awake before it, \(crossed) of them known to the Primary; \(missed) missed, "
            + "\(twice) woken twice, \(unexplained) of them needlessly; the last awake after \(last) s"
    }

    static func + (one: WakeUpTally, two: WakeUpTally) -> WakeUpTally {
        WakeUpTally(
            rooms: one.rooms + two.rooms, answeredBefore: one.answeredBefore + two.answeredBefore,
            crossed: one.crossed + two.crossed, missed: one.missed + two.missed, twice: one.twice + two.twice,
            unexplained: one.unexplained + two.unexplained, last: max(one.last, two.last))
    }
}
