import HotelLogic
import Ports
import Vocabulary

/// Lines on their way to the disk, in their order. They wait for as long as nothing can be kept; there are never more
/// of them than the wake-ups that are known, times their attempts, come to.
struct LedgerQueue: Sendable, Hashable {
    /// The most lines that are kept at once, unless one conclusion alone has more.
    static let linesAtOnceMax = 2_000

    private struct Waiting: Sendable, Hashable {
        let serial: UInt64
        let events: [WakeUpEvent]
    }

    private let run: BootID
    private var waiting: [Waiting] = []
    /// Offered, and not known to be kept: it is offered again just so, since it may be.
    private var offered: WakeUpBatch?

    init(run: BootID) { self.run = run }

    /// Lines that are not known to be kept.
    var count: Int { waiting.reduce(offered?.events.count ?? 0) { $0 + $1.events.count } }

    mutating func append(_ serial: UInt64, _ events: [WakeUpEvent]) {
        waiting.append(Waiting(serial: serial, events: events))
    }

    /// What is to be kept next: the same until it is.
    mutating func next() -> WakeUpBatch? {
        if let offered { return offered }
        guard let first = waiting.first else { return nil }
        var (events, serial, taken) = (first.events, first.serial, 1)
        for part in waiting.dropFirst() {
            guard events.count + part.events.count <= Self.linesAtOnceMax else { break }
            events += part.events
            serial = part.serial
            taken += 1
        }
        waiting.removeFirst(taken)
        offered = WakeUpBatch(events, number: .init(run: run, serial: serial))
        return offered
    }

    /// What was offered is on the disk; gives the number of the last of its lines.
    mutating func kept() -> UInt64? {
        defer { offered = nil }
        return offered?.number?.serial
    }
}
