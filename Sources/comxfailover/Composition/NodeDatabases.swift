import HostSystem
import Logging
import MariaStore
import NodeServices
import PairLogic
import Ports
import Settings
import Vocabulary
import Wire

/// The databases of a node: its own, and the way into the peer's.
struct NodeDatabases {
    let settings: NodeSettings
    let keys: NodeKeys
    let files: TLSFiles
    let clock: SystemClock
    let logger: Logger

    /// The private server; nil where the settings name another.
    var privateServer: PrivateServer? {
        guard case .privateServer(let database) = settings.database else { return nil }
        return PrivateServer(
            folder: settings.privateDatabaseFolder, port: database.port,
            bindAddress: settings.privateDatabaseBindAddress,
            certificates: PrivateServer.Certificates(
                certificateFile: files.certificate, keyFile: files.privateKey, caFile: files.authorities),
            bufferPoolBytes: ByteSize.bytes(database.bufferPool) ?? 128 << 20, extraOptions: database.extraOptions)
    }

    /// Logs in with all rights.
    var administrator: MariaEndpoint {
        switch settings.database {
        case .privateServer: privateServer?.administrator ?? .socket("", user: "")
        case .namedServer(let named): Self.endpoint(named)
        }
    }

    /// Logs in as the account that capture passes by, from this machine alone.
    private var applier: MariaEndpoint {
        var endpoint = administrator
        endpoint.user = Accounts.applyUser
        endpoint.password = applyPassword
        return endpoint
    }

    private var applyPassword: String { keys.derivation.applyPassword }

    func source() -> MariaFeedSource { MariaFeedSource(endpoint: administrator, isBegunByServer: privateServer != nil) }

    func store() -> MariaReplicaStore {
        let clock = clock
        return MariaReplicaStore(applying: applier, keeping: administrator, clock: { clock.wallTime() })
    }

    func telephonyStore() -> MariaTelephonyStore {
        MariaTelephonyStore(endpoint: administrator) { SecretGenerator.draw() }
    }

    func wakeUpLedger() -> MariaWakeUpLedger { MariaWakeUpLedger(endpoint: administrator) }

    func familyStore() -> MariaFamilyStore { MariaFamilyStore(endpoint: administrator) }

    func callStore() -> MariaCallStore { MariaCallStore(endpoint: administrator) }

    func eventStore() -> MariaEventStore { MariaEventStore(endpoint: administrator) }

    func guestStore() -> MariaGuestStore {
        let clock = clock
        return MariaGuestStore(endpoint: administrator, hasPeer: settings.remoteHost != nil) { clock.wallTime() }
    }

    /// A way of its own into the peer's feed; each user takes one.
    func peerFeed() -> MariaPeerFeed {
        var endpoint = MariaEndpoint.tcp(
            settings.remoteHost ?? "", port: settings.peerDatabasePort, user: Accounts.peerUser,
            password: keys.derivation.databasePassword, tls: .required(caFile: files.authorities))
        // The peer knows this node by its address, also where several nodes share one machine.
        endpoint.sourceAddress = settings.localHost
        endpoint.connectTimeout = .seconds(1)
        endpoint.readTimeout = .seconds(30)
        return MariaPeerFeed(endpoint: endpoint)
    }

    /// Notices that something was committed: the engine writes its log at every commit.
    var commits: @Sendable () async -> AsyncStream<Void> {
        guard let server = privateServer else {
            let named = NamedServerCommits(place: EngineLogPlace(endpoint: administrator), clock: clock, logger: logger)
            return { await named.notices() }
        }
        let log = server.dataFolder + "/" + EngineLogPlace.fileName
        return { InotifyWatch().writes(to: log) }
    }

    /// Watches over what only a named server's keeper can do: that the peer can read it. Nil where nobody reads, or
    /// where the node does all that by itself.
    func entranceService(board: NodeBoard) -> RunnerService? {
        guard case .namedServer = settings.database, settings.remoteHost != nil else { return nil }
        let entrance = PeerEntrance(
            administrator: administrator, host: settings.localHost, port: settings.database.port, files: files)
        let clock = clock
        return RunnerService {
            while true {
                // A server that is down has troubles of its own.
                let trouble = board.read(\.isDatabaseUp) ? await entrance.trouble() : nil
                board.warn("entrance", trouble)
                let isDone = trouble == nil && board.read(\.isDatabaseUp)
                try await clock.sleep(for: isDone ? PeerEntrance.lookEvery : PeerEntrance.lookAgainAfter)
            }
        }
    }

    /// Warns while the server might forget what it said was committed: what it was asked at the start may be changed.
    func durabilityService(board: NodeBoard) -> RunnerService {
        let durability = ServerDurability(administrator: administrator)
        let clock = clock
        return RunnerService {
            while true {
                try await clock.sleep(for: ServerDurability.lookEvery)
                if board.read(\.isDatabaseUp) { board.warn("durability", await durability.trouble()) }
            }
        }
    }

    /// Where the database keeps its files; nil where that is not this node's business.
    var folder: String? { privateServer?.folder }

    func service(board: NodeBoard, identity: any IdentityPort) -> DatabaseService {
        let hosts = settings.remoteHost.map { [$0] } ?? []
        let preparation = DatabasePreparation(
            administrator: administrator, mode: settings.mode, applyPassword: applyPassword,
            peer: hosts.isEmpty ? nil : PeerAccount(hosts: hosts, passwords: keys.databasePasswords))
        return DatabaseService(
            keep: keeper(board: board),
            prepare: { () async throws(FeedFailure) in
                board.warn("durability", try await preparation.prepare(incarnation: identity.drawIncarnation()))
            },
            board: board, clock: clock, logger: logger)
    }

    private func keeper(board: NodeBoard) -> (@Sendable () async throws -> Void)? {
        guard let server = privateServer else { return nil }
        let logger = logger
        let clock = clock
        let keeper = PrivateServerKeeper(server: server) { event in
            logger.notice("\(event)")
            switch event {
            case .running: board.warn("server", nil)
            case .withoutAddress: board.warn("address", "\(event)")
            case .stopped: board.warn("address", nil)
            case .installing, .starting: break
            case .crashed, .held:
                board.change { $0.isDatabaseStarting = false }
                board.warn("server", "\(event)")
                board.record(.database, "\(event)", [], at: clock.wallTime())
            }
        }
        return { try await keeper.run() }
    }

    private static func endpoint(_ named: NamedDatabaseSettings) -> MariaEndpoint {
        let password = named.password?.revealed ?? ""
        if let socket = named.socket { return .socket(socket, user: named.user, password: password) }
        let tls: MariaTLS = named.tlsAuthority.map { .required(caFile: $0) } ?? .none
        return .tcp(named.host, port: named.port, user: named.user, password: password, tls: tls)
    }
}
