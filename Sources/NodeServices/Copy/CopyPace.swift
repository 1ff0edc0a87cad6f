import Vocabulary

/// What of a pass is done only now and then, and when it is due again.
struct CopyPace {
    enum Beat: Hashable {
        /// The peer's catalogue and this node's items are read again.
        case catalogue
        /// Windows are read once more.
        case sweep
        /// Drift is looked for.
        case healing
        /// Cursors that moved without rows are stored.
        case saving
    }

    private var dueAt: [Beat: Instant] = [:]

    func isDue(_ beat: Beat, at now: Instant) -> Bool { dueAt[beat].map { now >= $0 } ?? true }

    /// Whether a beat's moment has come; it counts as used then.
    mutating func strikes(_ beat: Beat, every interval: Duration, at now: Instant) -> Bool {
        guard isDue(beat, at: now) else { return false }
        done(beat, next: now + interval)
        return true
    }

    mutating func done(_ beat: Beat, next: Instant) { dueAt[beat] = next }

    mutating func soon(_ beat: Beat) { dueAt[beat] = nil }
}
