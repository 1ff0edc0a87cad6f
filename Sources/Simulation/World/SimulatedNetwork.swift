import Vocabulary

/// The way between the two nodes: each direction may be cut, and the weather loses, delays and doubles.
struct SimulatedNetwork {
    /// How bad it is, in both directions.
    struct Weather {
        /// Datagrams lost and doubled, of a thousand.
        var lossPerMille = 0
        var doublePerMille = 0
        /// One way, in milliseconds; what is drawn anew for each datagram is jitter, and overtaking follows.
        var delay: ClosedRange<Int> = 1...2

        static let calm = Weather()
    }

    /// How long a lost segment of a connection costs.
    static let retransmission: Duration = .milliseconds(200)

    /// The weather when nothing is wrong.
    var usual = Weather.calm
    var weather = Weather.calm
    /// Directions that are cut, by the node that sends.
    var cut: Set<Mode> = []
    /// How often each was changed, so that an old repair does not end a new fault.
    var stamp = 0

    /// When the copies of a datagram arrive, after how long each; none where it is lost.
    func arrivals(from sender: Mode, _ random: inout SeededGenerator) -> [Duration] {
        guard !cut.contains(sender), !random.chance(perMille: weather.lossPerMille) else { return [] }
        let copies = random.chance(perMille: weather.doublePerMille) ? 2 : 1
        return (0..<copies).map { _ in random.milliseconds(weather.delay) }
    }

    /// How long something over a connection takes.
    func travel(_ random: inout SeededGenerator) -> Duration {
        let travel = random.milliseconds(weather.delay)
        return random.chance(perMille: weather.lossPerMille) ? travel + Self.retransmission : travel
    }

    /// A question over a connection and its answer; nil where either way is cut.
    func roundTrip(_ random: inout SeededGenerator) -> Duration? {
        guard cut.isEmpty else { return nil }
        let travel = random.milliseconds(weather.delay) + random.milliseconds(weather.delay)
        return random.chance(perMille: 2 * weather.lossPerMille) ? travel + Self.retransmission : travel
    }
}
