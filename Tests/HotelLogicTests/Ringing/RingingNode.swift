import HotelLogic
import Vocabulary

/// One node of a world: its machine while its daemon runs, its disk, and what is on its way to it.
struct RingingNode {
    /// A reign over the guest scope, as this node knows it.
    struct Reign: Equatable {
        var owner: Mode
        var epoch: Epoch
    }

    typealias Input = (inout RingingMachine, Instant, WallTime) -> [RingingDirective]

    let mode: Mode
    /// nil while the daemon is dead.
    var machine: RingingMachine?
    var run: UInt64 = 0
    var isAsteriskUp = true
    var isDatabaseUp = true
    /// Lines are kept after so many steps.
    var storeSteps = 1
    /// Inputs are not looked at before; heartbeats go on.
    var stuckUntil = 0
    var inputs: [(at: Int, input: Input)] = []
    var disk: [WakeUpEvent] = []
    var onDisk: Set<WakeUpEvent> = []
    /// How many lines of the other's disk have been looked at.
    var copied = 0
    var unkept: [(at: Int, batch: UInt64, events: [WakeUpEvent])] = []
    /// Calls that Asterisk makes; by the attempt, with what is still to come of each phone.
    var calls: [Attempt: [(at: Int, input: Input)]] = [:]
    var reign = Reign(owner: .secondary, epoch: .first(of: .guest))
    /// When the newest heartbeat was heard, and when the own one was sent that it echoes.
    var heardAt: Int?
    var echoedAt: Int?
    var toldUnheardAt = 0

    init(_ mode: Mode) { self.mode = mode }

    mutating func keep(_ events: [WakeUpEvent]) -> [WakeUpEvent] {
        let new = events.filter { onDisk.insert($0).inserted }
        disk += new
        return new
    }
}
