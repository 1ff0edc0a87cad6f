import Glibc
import Vocabulary

extension Lab {
    private static let endMax = Duration.seconds(10)

    /// Lets something go wrong; returns once it is so.
    package func inflict(_ fault: LabFault) async throws {
        switch fault {
        case .peerLinkCut: try await network.cutPeerLink()
        case .uplinkCut: try await network.cutUplink()
        case .hostDead(let mode): try await host(mode).cutPower()
        case .asteriskDead(let mode): try await kill(host(mode).asterisk.process, "Asterisk of the \(mode)")
        case .databaseDead(let mode): try await kill(host(mode).node.databaseServer, "MariaDB of the \(mode)")
        case .daemonDead(let mode): try await kill(host(mode).node.daemon, "the daemon of the \(mode)")
        case .daemonFrozen(let mode): try await freeze(host(mode).node.daemon, "the daemon of the \(mode)", SIGSTOP)
        case .databaseFrozen(let mode):
            try await freeze(host(mode).node.databaseServer, "MariaDB of the \(mode)", SIGSTOP)
        }
    }

    /// Puts right what went wrong; returns once everything runs again. Asked twice, it does nothing the second time.
    package func heal(_ fault: LabFault) async throws {
        switch fault {
        case .peerLinkCut: try await network.healPeerLink()
        case .uplinkCut: try await network.healUplink()
        case .hostDead(let mode): if !host(mode).isOn { try await host(mode).revive() }
        case .asteriskDead(let mode): if host(mode).asterisk.process == nil { try await host(mode).asterisk.start() }
        case .databaseDead(let mode): try await host(mode).node.awaitDatabase()
        case .daemonDead(let mode): if host(mode).node.daemon == nil { try await host(mode).node.start() }
        case .daemonFrozen(let mode): try await freeze(host(mode).node.daemon, "the daemon of the \(mode)", SIGCONT)
        case .databaseFrozen(let mode):
            try await freeze(host(mode).node.databaseServer, "MariaDB of the \(mode)", SIGCONT)
        }
    }

    /// Puts everything right, whatever went wrong.
    package func healAll() async throws {
        try await heal(.peerLinkCut)
        try await heal(.uplinkCut)
        for mode in Mode.allCases {
            try await heal(.hostDead(mode))
            if options.hasAsterisk { try await heal(.asteriskDead(mode)) }
            guard options.hasNodes else { continue }
            try await heal(.daemonDead(mode))
            if host(mode).node.daemon?.isFrozen == true { try await heal(.daemonFrozen(mode)) }
            if host(mode).node.databaseServer?.isFrozen == true { try await heal(.databaseFrozen(mode)) }
            try await heal(.databaseDead(mode))
        }
    }

    private func kill(_ process: LabProcess?, _ what: String) async throws {
        guard let process else { throw LabFailure.notRunning(what) }
        process.send(SIGKILL)
        try await LabWaiting.until("\(what) has ended", within: Self.endMax) { !process.isAlive }
    }

    private func freeze(_ process: LabProcess?, _ what: String, _ signal: Int32) async throws {
        guard let process else { throw LabFailure.notRunning(what) }
        process.send(signal)
        let isFrozen = signal == SIGSTOP
        try await LabWaiting.until("\(what) \(isFrozen ? "stands still" : "goes on")", within: Self.endMax) {
            process.isFrozen == isFrozen
        }
    }
}
