import Vocabulary

/// Watches the wall clock against the monotonic one. After a jump forward nothing that became due by it is rung until
/// somebody confirms the clock, or a while has passed: a wrong clock would wake the whole house.
struct ClockWatch: Sendable, Hashable {
    private struct Reading: Sendable, Hashable {
        let now: Instant
        let wall: WallTime
    }

    private var last: Reading?
    /// What the clock should have shown when it jumped; what is due later is held.
    private(set) var doubtedFrom: WallTime?
    private(set) var heldUntil: Instant?

    /// The clocks were read; true where the wall clock has jumped forward.
    mutating func read(_ now: Instant, _ wall: WallTime, _ settings: RingingSettings) -> Bool {
        defer { last = Reading(now: now, wall: wall) }
        guard let last else { return false }
        let expected = WallTime(microseconds: last.wall.rawValue + (now - last.now).nanoseconds / 1_000)
        if expected - wall > settings.jumpTolerance { confirmed() }
        guard wall - expected > settings.jumpTolerance else { return false }
        doubted(from: expected, now, settings)
        return true
    }

    /// The clock is not to be trusted beyond that.
    mutating func doubted(from: WallTime, _ now: Instant, _ settings: RingingSettings) {
        doubtedFrom = min(doubtedFrom ?? from, from)
        heldUntil = heldUntil ?? now + settings.jumpHold
    }

    mutating func confirmed() {
        doubtedFrom = nil
        heldUntil = nil
    }

    /// True in the moment in which the holding ends without a confirmation.
    mutating func tick(_ now: Instant) -> Bool {
        guard let heldUntil, now >= heldUntil else { return false }
        confirmed()
        return true
    }

    func holds(_ due: WallTime) -> Bool { doubtedFrom.map { due > $0 } ?? false }
}
