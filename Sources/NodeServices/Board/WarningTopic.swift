import Vocabulary

/// What a warning on the board is as an event. Its topic is a word, and behind it perhaps what it is about.
struct WarningTopic {
    let kind: EventKind
    let severity: Severity

    init(_ topic: String) {
        let word = topic.prefix { $0 != " " }
        switch word {
        case "manager": self.init(.asterisk, .alert)
        case "asterisk", "system-name", "call-folders", "room-state", "astdb": self.init(.asterisk, .warning)
        case "telephony": self.init(.telephony, .warning)
        // Each room that nobody was woken in is an alert of its own.
        case "wake-ups-missed": self.init(.wakeUp, .information)
        case "wake-ups-zone", "wake-ups-unread", "wake-ups-ledger", "wake-ups-clock": self.init(.wakeUp, .alert)
        case "wake-ups-desk", "wake-ups-unreadable": self.init(.wakeUp, .warning)
        case "voicemail", "lamps": self.init(.asterisk, .warning)
        case "call-records", "call-files": self.init(.calls, .warning)
        case "server", "space": self.init(.database, .alert)
        case "address", "durability", "entrance", "settle": self.init(.database, .warning)
        case "copy", "life", "repair", "future", "horizon": self.init(.copy, .warning)
        case "clone": self.init(.clone, .alert)
        case "command", "metrics-port", "provisioning-port", "features-port": self.init(.host, .warning)
        case "webhook", "mail", "events": self.init(.alerts, .warning)
        default: self.init(.node, .warning)
        }
    }

    private init(_ kind: EventKind, _ severity: Severity) {
        self.kind = kind
        self.severity = severity
    }
}
