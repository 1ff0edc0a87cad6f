import HotelLogic

extension RingingMessage {
    /// What is said, for the story.
    var words: String {
        switch self {
        case .asked(let mark, _): "may I ring? (\(mark.serial))"
        case .yielded(let mark, let fallbacks, let snapshots):
            "ring (\(mark.serial)); I did \(fallbacks) times, and know of \(snapshots.count)"
        case .inquired: "what do you know?"
        case .known(_, let snapshots): "I know of \(snapshots.count)"
        case .claimed(let events): "I claim \(events.map { "\($0.wakeUp)" }.joined(separator: " "))"
        case .receipted(let attempts): "I know of \(attempts.map { "\($0)" }.joined(separator: " "))"
        case .noted(let events): "so it was: \(events.map { $0.ringingWords }.joined(separator: "; "))"
        }
    }
}

extension WakeUpEvent {
    /// What happened to a ring, for the story.
    var ringingWords: String {
        guard case .rung(_, let step) = what else { return "\(wakeUp)" }
        return "\(wakeUp) \(step)"
    }
}

extension RingingStand {
    /// How a node stands, for the story.
    var words: String {
        let seen = heard.map { "\($0.serial)" } ?? "nothing"
        return "\(isFirst ? "first" : "second"), \(ability), \(holdsTurn ? "holds the turn" : "waits"), "
            + "mark \(mark.serial), heard \(seen)"
    }
}
