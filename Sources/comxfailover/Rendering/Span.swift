import Vocabulary

/// Lengths of time as people read them.
enum Span {
    /// At most two units: `0.2 s`, `3 s`, `2 min 5 s`, `3 h 12 min`, `3 d 4 h`.
    static func words(seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e12 else { return "ever" }
        if seconds < 0.95 { return "\((max(0, seconds) * 10).rounded() / 10) s" }
        let whole = Int(seconds.rounded())
        switch whole {
        case ..<60: return "\(whole) s"
        case ..<3_600: return pair(whole / 60, "min", whole % 60, "s")
        case ..<86_400: return pair(whole / 3_600, "h", whole / 60 % 60, "min")
        default: return pair(whole / 86_400, "d", whole / 3_600 % 24, "h")
        }
    }

    /// How long before `now` a moment was: `3 s ago`, `just now`, or `in 5 s` where clocks disagree.
    static func ago(_ moment: WallTime, now: WallTime) -> String {
        let seconds = Double(now.rawValue - moment.rawValue) / 1e6
        if seconds < -0.95 { return "in \(words(seconds: -seconds))" }
        return seconds < 0.95 ? "just now" : "\(words(seconds: seconds)) ago"
    }

    /// How long something has lasted that began at `moment`.
    static func since(_ moment: WallTime, now: WallTime) -> String {
        words(seconds: Double(max(0, now.rawValue - moment.rawValue)) / 1e6)
    }

    private static func pair(_ large: Int, _ largeUnit: String, _ small: Int, _ smallUnit: String) -> String {
        small == 0 ? "\(large) \(largeUnit)" : "\(large) \(largeUnit) \(small) \(smallUnit)"
    }
}
