import HotelLogic
import Vocabulary

/// The ringing of wake-ups as a running daemon carries it: the machine, and what is on its way to it and from it.
struct RingingDesk {
    typealias Input = (inout RingingMachine, Instant, WallTime) -> [RingingDirective]

    /// Lines that are to be kept, with the number under which the machine waits for them.
    struct Waiting {
        let batch: UInt64
        let events: [WakeUpEvent]
    }

    var machine: RingingMachine
    /// Inputs that were not looked at yet, the oldest first.
    var inbox: [Input] = []
    var isDraining = false
    /// Until then nothing is looked at, while the daemon's heartbeat goes on.
    var stuckUntil = Instant(nanoseconds: 0)
    /// Lines on their way to the disk, in their order.
    var unkept: [Waiting] = []
    /// How many of those the transaction under way writes.
    var offered = 0
    /// Lines that the copy has brought and that were not read yet.
    var arrived: [WakeUpEvent] = []

    /// What the machine was told last.
    var toldFirst: Bool?
    var toldEpoch = Epoch(rawValue: 0)
    var toldDatabase: Bool?
    var toldAsterisk = false
    var asteriskGoneSince: Instant?
    var toldUnheardAt: Instant?
    var isClockDoubted = false

    /// The machine hears of something, where it stands.
    mutating func hear(_ input: Input, at now: Instant, wall: WallTime) -> [RingingDirective] {
        input(&machine, now, wall)
    }

    /// Lines that are not known to be kept.
    var unkeptEvents: [WakeUpEvent] { unkept.flatMap(\.events) }
}
