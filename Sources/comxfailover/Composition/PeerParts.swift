import HostSystem
import Logging
import MariaStore
import NodeServices
import PairLogic
import PeerLink
import Ports
import ServiceLifecycle
import Settings
import Vocabulary
import Wire

/// Everything that faces the peer; made only where the settings name one.
struct PeerParts {
    let node: Node
    let control: ControlClient
    let reigns: ReignService
    private let heartbeat: HeartbeatSocket
    private let server: ControlServer
    private let asterisk: (any AsteriskPort)?
    private let registrations: RegistrationService?
    /// What wakes the guests, together with the peer.
    let ringing: RingingService?

    init?(
        node: Node, files: TLSFiles, source: MariaFeedSource, asterisk: (any AsteriskPort)?, wakeUps: WakeUpParts?
    ) {
        let settings = node.settings
        guard let remote = settings.remoteHost else { return nil }
        self.node = node
        self.asterisk = asterisk
        heartbeat = HeartbeatSocket(
            local: HostPort(host: settings.localHost, port: Int(settings.ports.heartbeat)),
            peer: HostPort(host: remote, port: Int(settings.peerHeartbeatPort)),
            datagramBytesMax: HeartbeatMessage.datagramBytesMax, group: node.group, clock: node.clock,
            logger: node.logger)
        control = ControlClient(
            localHost: settings.localHost, peer: HostPort(host: remote, port: Int(settings.peerControlPort)),
            files: files, group: node.group, clock: node.clock, logger: node.logger)
        registrations = asterisk.map { [control] asterisk in
            RegistrationService(
                asterisk: asterisk, control: control, board: node.board, clock: node.clock, logger: node.logger)
        }
        reigns = node.reignService(store: source, control: control, asterisk: asterisk)
        ringing = wakeUps?.service(control: control)
        server = ControlServer(
            local: HostPort(host: settings.localHost, port: Int(settings.ports.control)), peerHost: remote,
            files: files,
            answering: ControlDesk(
                board: node.board, source: source, clock: node.clock, boot: node.boot,
                softwareVersion: ProgramVersion.text, timeZone: settings.property.timeZone,
                registrations: registrations, reigns: reigns, ringing: ringing, logger: node.logger),
            group: node.group, clock: node.clock, logger: node.logger)
    }

    func services(
        databases: NodeDatabases, source: MariaFeedSource, store: MariaReplicaStore
    ) throws -> [any Service] {
        let arrivals = ArrivalService(
            commands: CommandRunner(), board: node.board, clock: node.clock, logger: node.logger)
        let copy = CopyService(
            peer: databases.peerFeed(), store: store, source: source, control: control, space: FreeSpace(),
            board: node.board, clock: node.clock, arrivals: arrivals, settings: copySettings(databases),
            logger: node.logger)
        let witness = TCPProbe(group: node.group)
        let probe = PeerDatabaseProbe(
            feed: databases.peerFeed(), witness: witness, host: node.settings.remoteHost ?? "",
            port: node.settings.peerDatabasePort)
        let pair = PairService(
            heartbeat: heartbeat, control: control,
            database: { () async throws(FeedFailure) in try await probe.incarnation() },
            witness: witness, asterisk: asterisk, board: node.board, clock: node.clock, boot: node.boot,
            identity: try node.identity.node().rawValue, settings: pairSettings, logger: node.logger)
        let heartbeat = heartbeat
        let server = server
        let control = control
        return [
            arrivals, copy, RunnerService { await heartbeat.run() }, RunnerService { await server.run() },
            RunnerService { await control.run() }, pair,
        ] + (registrations.map { [$0] } ?? [])
    }

    private func copySettings(_ databases: NodeDatabases) -> CopyServiceSettings {
        var settings = CopyServiceSettings()
        let replication = node.settings.replication
        settings.batchRows = replication.batchRows
        settings.compareRows = replication.compareRangeRows
        settings.pollInterval = replication.pollInterval
        settings.freeSpaceFloor = UInt64(replication.freeSpaceFloorMebibytes) << 20
        settings.databaseFolder = databases.folder
        return settings
    }

    private var pairSettings: PairServiceSettings {
        let settings = node.settings
        var timings = PeerTimings()
        timings.heartbeatInterval = settings.heartbeat.interval
        timings.unheardFloor = settings.heartbeat.unheardAfter
        timings.hostEvidence = min(timings.hostEvidence, settings.heartbeat.unheardAfter - .milliseconds(500))
        timings.clockLimit = settings.heartbeat.clockLimit
        timings.bootWait = settings.heartbeat.bootWait
        return PairServiceSettings(
            timings: timings, probeInterval: settings.heartbeat.probeInterval, keys: node.keys.heartbeatKeys,
            witnesses: settings.witnesses.map { .init(host: $0.host, port: Int($0.port)) },
            softwareVersion: ProgramVersion.text, timeZone: settings.property.timeZone)
    }
}
