extension SettingsKey {
    /// Every key of the settings file, in the order they are shown.
    static let all: [SettingsKey] =
        node + property + ports + peerPorts + privateDatabase + namedDatabase + heartbeat + failover + replication
        + asterisk + guests + wakeUps + provisioning + log

    /// The keys that lead to others: `ports`, `database`, `database.private` and so on.
    static let sections: Set<String> = Set(
        all.flatMap { key in
            let words = key.path.split(separator: ".")
            return (1..<max(words.count, 1)).map { words.prefix($0).joined(separator: ".") }
        })
}
