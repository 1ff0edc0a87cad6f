import HostSystem
import Logging
import NIOCore
import NIOPosix
import NodeServices
import PairLogic
import PeerLink
import Ports
import ServiceLifecycle
import Settings
import UnixSignals
import Vocabulary
import WebConsole
import Wire

/// The composition root: the one place that knows every concrete part and puts them together.
struct Node {
    let settings: NodeSettings
    let logger: Logger
    let clock = SystemClock()
    let board: NodeBoard
    let identity: NodeIdentityFile
    let boot: BootID
    let startedAt: WallTime
    let keys: NodeKeys
    let group: any EventLoopGroup

    init(settings: NodeSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
        board = NodeBoard(mode: settings.mode)
        identity = NodeIdentityFile(stateFolder: settings.stateFolder, clock: clock)
        boot = identity.drawBoot()
        startedAt = clock.wallTime()
        keys = NodeKeys(settings: settings)
        group = MultiThreadedEventLoopGroup.singleton
    }

    /// Runs the node until a signal asks it to stop.
    func run() async throws {
        let lock = try DaemonLock(stateFolder: settings.stateFolder)
        defer { withExtendedLifetime(lock) {} }
        let certificates = PairCertificates(stateFolder: settings.stateFolder, clock: clock)
        try certificates.provide(
            pairKey: keys.derivation.controlKey, previousPairKey: keys.previous?.controlKey,
            hosts: [settings.localHost, "127.0.0.1"] + ProvisioningParts.hosts(of: settings))
        let databases = NodeDatabases(
            settings: settings, keys: keys, files: certificates.files, clock: clock, logger: logger)
        let services = try services(databases: databases, files: certificates.files)
        let configuration = ServiceGroupConfiguration(
            services: services.map {
                .init(
                    service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup)
            },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        logger.notice(
            "comxfailover \(ProgramVersion.text) runs as the \(settings.mode)",
            metadata: ["boot": "\(boot)", "state": "\(settings.stateFolder)"])
        try await ServiceGroup(configuration: configuration).run()
    }

    /// All services in the order of their dependence: the last to start is the first to leave.
    private func services(databases: NodeDatabases, files: TLSFiles) throws -> [any Service] {
        let source = databases.source()
        var services: [any Service] = [databases.service(board: board, identity: identity)]
        var feedSettings = FeedServiceSettings()
        feedSettings.pollInterval = settings.replication.pollInterval
        feedSettings.settleLimit = settings.replication.settleLimit
        feedSettings.tombstoneAge = .seconds(settings.replication.tombstoneDays * 86_400)
        services.append(
            FeedService(
                source: source, board: board, clock: clock, identity: identity, commits: databases.commits,
                settings: feedSettings, logger: logger))
        if let entrance = databases.entranceService(board: board) { services.append(entrance) }
        services.append(databases.durabilityService(board: board))
        let telephonyStore = databases.telephonyStore()
        let telephonyWanted = Bell()
        let callStore = databases.callStore()
        let telephony = TelephonyConsole(store: telephonyStore, board: board, clock: clock) { telephonyWanted.ring() }
        let asterisk = try AsteriskParts(
            node: self, store: telephonyStore, families: databases.familyStore(), callStore: callStore,
            wanted: telephonyWanted)
        let wakeUps = WakeUpParts(node: self, ledger: databases.wakeUpLedger(), asterisk: asterisk?.client)
        let link = PeerParts(
            node: self, files: files, source: source, asterisk: asterisk?.client, wakeUps: wakeUps)
        if let link {
            // The copy must notice itself when a connection of its store breaks, so it shares it with nobody.
            services += try link.services(databases: databases, source: source, store: databases.store())
        }
        let reigns = link?.reigns ?? reignService(store: source, control: nil, asterisk: asterisk?.client)
        services.append(reigns)
        let console = NodeConsole(
            facts: NodeConsole.Facts(
                softwareVersion: ProgramVersion.text, boot: boot, startedAt: startedAt,
                peerAddress: settings.remoteHost, compareRows: settings.replication.compareRangeRows,
                places: places),
            board: board, source: source, store: databases.store(), peer: link.map { _ in databases.peerFeed() },
            control: link?.control, families: asterisk?.familyStore, clock: clock)
        if let asterisk { services += asterisk.services }
        let guests = GuestParts(node: self, databases: databases, hasPeer: link != nil, asterisk: asterisk)
        if let guests { services += guests.services }
        if let features = FeatureParts(node: self, guests: guests?.desk, telephony: telephony) {
            services.append(features.service)
        }
        if let ringing = link.map({ $0.ringing }) ?? wakeUps?.service(control: nil) { services.append(ringing) }
        let events = EventParts(node: self, store: databases.eventStore())
        services.append(events.service)
        let provisioning = ProvisioningParts(
            settings: settings, keys: keys, clock: clock, logger: logger,
            devices: PhoneDirectory(store: telephonyStore)
        ) { [board] in board.warn("provisioning-port", $0) }
        if let service = provisioning.service { services.append(service) }
        services.append(
            APIService(
                console: console, provisioning: provisioning.desk, telephony: telephony,
                asterisk: asterisk?.console, calls: CallsConsole(store: callStore),
                failover: FailoverConsole(
                    board: board, hasPeer: link != nil, asterisk: asterisk?.client, clock: clock, reigns: reigns,
                    takesWakeUps: { guests?.desk.takesWakeUps == true }),
                guests: guests?.desk, events: events.console, socketPath: settings.consoleSocket,
                softwareVersion: ProgramVersion.text, logger: logger))
        services.append(
            MetricsService(
                console: console, host: settings.ports.metricsAddress, port: Int(settings.ports.metrics),
                logger: logger,
                patience: PortPatience(
                    lack: "the metrics page is not served", clock: clock, logger: logger,
                    warn: { [board] in board.warn("metrics-port", $0) })))
        services.append(RunnerService { await CodePages(clock: clock).run() })
        return services
    }

    /// Keeps who owns what.
    func reignService(
        store: any ReignStorePort, control: (any ControlPort)?, asterisk: (any AsteriskPort)?
    ) -> ReignService {
        var timings = ReignTimings()
        timings.stability = settings.failover.stability
        return ReignService(
            store: store, control: control, asterisk: asterisk, board: board, clock: clock,
            goesHomeAlone: settings.failover.isGivebackAutomatic, timings: timings, logger: logger)
    }

    /// Where the peer listens.
    private var places: Cure.Places {
        var places = Cure.Places()
        places.heartbeatPort = Int(settings.peerHeartbeatPort)
        places.controlPort = Int(settings.peerControlPort)
        places.databasePort = Int(settings.peerDatabasePort)
        return places
    }
}
