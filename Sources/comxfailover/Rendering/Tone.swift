/// What a piece of text says about the system's health; on a colour terminal, its colour.
enum Tone: Sendable, Hashable {
    case plain
    /// All is well.
    case good
    /// Not wrong, but worth a look.
    case caution
    /// Something is wrong.
    case bad
    /// Less important than its surroundings.
    case faint
    /// A heading.
    case strong
}

extension Tone {
    /// The tone of a stable word: a state of the peer, of a path, of an item, of a ledger entry or of Asterisk.
    init(state: String) {
        switch state {
        case "online", "current", "up", "restored", "running", "reachable", "loaded": self = .good
        case "offline", "quarantined", "down", "open", "unreachable", "refused", "missing": self = .bad
        case "off", "unconfigured", "disabled", "unknown", "not-probed": self = .faint
        default: self = .caution
        }
    }

    /// The tone of the database's state; whatever is neither `running` nor `starting` is a trouble.
    init(database: String) {
        switch database {
        case "running": self = .good
        case "starting": self = .caution
        default: self = .bad
        }
    }
}
