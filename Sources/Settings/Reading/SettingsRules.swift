/// The rules that concern more than one key: what must be there, and what cannot be together.
struct SettingsRules {
    private let draft: SettingsDraft
    private let settings: NodeSettings
    private var problems: [SettingsProblem] = []

    static func problems(in draft: SettingsDraft) -> [SettingsProblem] {
        var rules = SettingsRules(draft: draft)
        rules.judgePresence()
        rules.judgeSecrets()
        rules.judgeDatabase()
        rules.judgePorts()
        rules.judgePeer()
        rules.judgeTimings()
        rules.judgeSocket()
        rules.judgeProvisioning()
        rules.judgeWakeUps()
        return rules.problems
    }

    private init(draft: SettingsDraft) {
        self.draft = draft
        settings = draft.settings
    }

    private mutating func judgePresence() {
        for key in SettingsKey.all where ["mode", "local_host"].contains(key.path) && !draft.isSet(key.path) {
            report(key.path, expected: key.expected, found: "nothing")
        }
        if !draft.isSet("secret") && !draft.isSet("secret_file") {
            report("secret_file", expected: "this or secret: what proves one node to the other", found: "neither")
        }
    }

    private mutating func judgeSecrets() {
        judgeStrength(draft.secret, "secret")
        judgeStrength(settings.previousSecret, "previous_secret")
        if let previous = settings.previousSecret, previous == draft.secret {
            report(given("previous_secret"), expected: "another secret than the present one", found: "the same")
        }
    }

    private mutating func judgeStrength(_ secret: SecretText?, _ key: String) {
        guard let secret, let fault = SecretStrength.fault(of: secret) else { return }
        report(given(key), expected: SecretStrength.expected, found: fault)
    }

    /// The key under which a secret was given: inline or as a file.
    private func given(_ key: String) -> String { draft.isSet(key + "_file") ? key + "_file" : key }

    private mutating func judgeDatabase() {
        let both = draft.mentions(section: "database.private") && draft.mentions(section: "database.server")
        if both {
            report("database", expected: "either a private server or the name of another", found: "both")
        }
        if draft.isSet("database.server.socket") && draft.isSet("database.server.host") {
            report("database.server.socket", expected: "either host or socket", found: "both")
        }
    }

    /// Every number is used once, so that a firewall rule or a log line never means two things.
    private mutating func judgePorts() {
        var used: [UInt16: String] = [:]
        var own = [
            ("ports.heartbeat", settings.ports.heartbeat), ("ports.control", settings.ports.control),
            ("ports.metrics", settings.ports.metrics),
        ]
        if case .privateServer(let database) = settings.database {
            own.append(("database.private.port", database.port))
        }
        if settings.provisioning.isEnabled { own.append(("ports.provisioning", settings.ports.provisioning)) }
        if settings.asterisk.configFolder != nil, settings.asterisk.profile == .plain {
            own.append(("asterisk.agi_port", settings.asterisk.agiPort))
        }
        for (key, port) in own {
            if let other = used[port] {
                let place = draft.isSet(key) ? key : other
                let rival = place == key ? other : key
                report(place, expected: "a port that nothing else of this node uses", found: "\(port), also \(rival)")
            }
            used[port] = key
        }
    }

    private mutating func judgePeer() {
        guard let remote = settings.remoteHost, remote == settings.localHost else { return }
        let shared = [
            ("peer_ports.heartbeat", settings.peerHeartbeatPort, settings.ports.heartbeat),
            ("peer_ports.control", settings.peerControlPort, settings.ports.control),
            ("peer_ports.database", settings.peerDatabasePort, settings.database.port),
        ].filter { $0.1 == $0.2 }
        guard !shared.isEmpty else { return }
        report(
            "remote_host",
            expected: "another host than local_host, or other " + shared.map(\.0).joined(separator: ", "),
            found: "this node itself")
    }

    private mutating func judgeTimings() {
        let heartbeat = settings.heartbeat
        guard heartbeat.unheardAfter < heartbeat.interval * 4 else { return }
        let key = draft.isSet("heartbeat.unheard_after_ms") ? "heartbeat.unheard_after_ms" : "heartbeat.interval_ms"
        report(
            key, expected: "unheard_after_ms of at least four times interval_ms",
            found: "\(TimeUnit.milliseconds.count(of: heartbeat.unheardAfter))"
                + " and \(TimeUnit.milliseconds.count(of: heartbeat.interval))")
    }

    private mutating func judgeSocket() {
        guard settings.consoleSocket.utf8.count > PortSettings.socketPathMax, !draft.isSet("ports.console_socket")
        else { return }
        report(
            "state_folder",
            expected: "a path short enough for a socket in it (\(PortSettings.socketPathMax) bytes), or console_socket",
            found: "\(settings.stateFolder.utf8.count) bytes")
    }

    private mutating func judgeProvisioning() {
        let provisioning = settings.provisioning
        if (provisioning.certificate == nil) != (provisioning.privateKey == nil) {
            let given = provisioning.certificate == nil ? "private_key" : "certificate"
            report(
                "provisioning." + given, expected: "certificate and private_key together", found: "only \(given)")
        }
        if provisioning.codecs.isEmpty || Set(provisioning.codecs).count < provisioning.codecs.count {
            report(
                "provisioning.codecs", expected: "each codec once, and one at least",
                found: provisioning.codecs.isEmpty ? "none" : "one of them twice")
        }
    }

    /// A key asks for another call, or it confirms.
    private mutating func judgeWakeUps() {
        let wakeUps = settings.wakeUps
        let snoozeKeys = 1..<wakeUps.snoozeMinutes.count + 1
        guard let key = wakeUps.confirmKey.flatMap({ Int($0) }), snoozeKeys.contains(key) else { return }
        report(
            "wake_ups.confirm_key", expected: "a digit that asks for no other call (snooze_minutes)", found: "\(key)")
    }

    private mutating func report(_ key: String, expected: String, found: String) {
        problems.append(SettingsProblem(line: draft.lines[key], key: key, expected: expected, found: found))
    }
}
