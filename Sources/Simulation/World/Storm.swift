/// How often what happens in a storm, in milliseconds from one to the next; nil is never.
struct Storm {
    var orders: ClosedRange<Int>? = 2_000...6_000
    var requests: ClosedRange<Int>? = 300...2_500
    var mishaps: ClosedRange<Int>? = 1_500...6_000
    var faults = 600...3_500
    var archives = 2_000...8_000
    /// Faults of a thousand that put a disk back, beside those that do so anyway.
    var restoresPerMille = 0
    /// Of those the ones that leave the host running.
    var databaseAlonePerMille = 250
    /// How often something goes wrong just when a scope changes hands, of a thousand times.
    var provocationsPerMille = 300
    /// How often bad weather brings delays of more than a second, of a thousand times.
    var slowPerMille = 200
    /// Lives of a thousand in which the two nodes are far from each other all the time.
    var farPerMille = 0
    /// Mishaps of a thousand that befall the Secondary.
    var secondaryPerMille = 600
    /// Of a thousand times that an Asterisk dies, those in which it stays away for long.
    var longOutagesPerMille = 250
    /// Of a thousand times that something goes wrong in a hand-over, those in which it is the barrier.
    var barriersPerMille = 200
    /// Rests of programs between their transactions, and of a thousand those that are long.
    var rests = 20...900
    var longRestsPerMille = 0
    static let longRests = 3_000...12_000

    init(_ focus: Focus) {
        switch focus {
        case .everything: break
        case .disks:
            (orders, requests, mishaps) = (nil, nil, nil)
            (restoresPerMille, archives, longRestsPerMille) = (250, 1_000...5_000, 60)
        case .quiet:
            (orders, requests, mishaps) = (1_500...6_000, nil, nil)
            (faults, archives, restoresPerMille, databaseAlonePerMille) = (1_000...6_000, 500...3_000, 200, 600)
            (longRestsPerMille, slowPerMille, farPerMille) = (850, 500, 400)
        case .owners:
            (orders, requests, mishaps) = (500...2_500, nil, 4_000...9_000)
            (faults, provocationsPerMille, slowPerMille, rests) = (800...4_500, 800, 500, 5...120)
            (barriersPerMille, farPerMille) = (500, 400)
        case .wakeUps:
            (orders, requests, mishaps) = (3_000...9_000, 150...900, 700...3_500)
            (faults, archives, restoresPerMille, databaseAlonePerMille) = (1_500...8_000, 1_000...4_000, 90, 600)
            (slowPerMille, longOutagesPerMille, farPerMille, secondaryPerMille) = (400, 500, 300, 850)
        }
    }
}
