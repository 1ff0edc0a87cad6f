import HostSystem
import MariaStore
import Ports
import ReplicaLogic
import Vocabulary

/// The two servers prepared as a Primary's and a Secondary's, with the parts of the product that copy between them.
struct CopiedPair: Sendable {
    private static let password = "bench"

    let servers: ServerPair
    let writerSource: MariaFeedSource
    let receiverSource: MariaFeedSource

    /// Our own sessions leave no trace in the binary log, which a private server does not have.
    static let unlogged = "SET sql_log_bin = 0"

    init(_ servers: ServerPair) async throws {
        self.servers = servers
        writerSource = MariaFeedSource(endpoint: Self.administrator(servers.writer))
        receiverSource = MariaFeedSource(endpoint: Self.administrator(servers.receiver))
        for (server, mode) in [(servers.writer, Mode.primary), (servers.receiver, .secondary)] {
            try await DatabasePreparation(
                administrator: Self.administrator(server), mode: mode, applyPassword: Self.password,
                peer: PeerAccount(hosts: ["127.0.0.1"], passwords: [Self.password])
            ).prepare(incarnation: Incarnation(rawValue: mode == .primary ? 11 : 22))
        }
        try await arrangeCapture()
    }

    private static func administrator(_ server: BenchServer) -> MariaEndpoint {
        var endpoint = server.administrator
        endpoint.sessionSettings.append(unlogged)
        return endpoint
    }

    /// How programs of the writer log in.
    var program: MariaEndpoint { Self.administrator(servers.writer) }

    /// The peer's feed as the receiver reads it: over TCP and TLS, with the peer's account.
    func feed() -> MariaPeerFeed {
        MariaPeerFeed(
            endpoint: .tcp(
                servers.writerHost, port: servers.writerPort, user: Accounts.peerUser, password: Self.password,
                tls: .required(caFile: servers.authorities)))
    }

    func store() -> MariaReplicaStore {
        var applier = Self.administrator(servers.receiver)
        applier.user = Accounts.applyUser
        applier.password = Self.password
        let clock = SystemClock()
        return MariaReplicaStore(
            applying: applier, keeping: Self.administrator(servers.receiver), clock: { clock.wallTime() })
    }

    /// Makes a table on both servers and copies it from now on.
    func add(_ table: CallTable, as item: ItemName) async throws {
        try await servers.writer.run(Self.unlogged, table.createSchema, table.createTable)
        try await servers.receiver.run(table.createSchema, table.createTable)
        try await copy(table, as: item)
    }

    /// Copies a table that stands on both servers.
    func copy(_ table: CallTable, as item: ItemName) async throws {
        let definition = ItemDefinition(
            name: item, rule: .owned(.configuration), tables: [.init(name: table.name)], isEnabled: true,
            isBuiltIn: false)
        try await writerSource.save(definition)
        try await receiverSource.save(definition)
        try await arrangeCapture()
    }

    /// Ends the copy of a table: its triggers go.
    func remove(_ item: ItemName) async throws {
        try await writerSource.removeItem(item)
        try await receiverSource.removeItem(item)
        try await arrangeCapture()
    }

    private func arrangeCapture() async throws {
        for source in [writerSource, receiverSource] {
            let outcome = try await source.arrangeCapture()
            guard outcome.refused.isEmpty else { throw BenchFailure("not captured: \(outcome.refused)") }
        }
    }

    /// Where the writer's feed is settled, all writers being gone.
    func settledHead() async throws -> FeedPosition {
        guard let drawn = try await writerSource.drawQuietly() else { throw BenchFailure("somebody still writes") }
        return FeedPosition(rawValue: drawn.rawValue - 1)
    }

    /// Whether a table holds the same on both servers.
    func requireEqual(_ table: CallTable) async throws {
        let question = "CHECKSUM TABLE \(table.quoted) EXTENDED"
        let checksums = [servers.writer, servers.receiver].map { server in
            { try await server.use { try $0.query(question)[0].values[1].readable } }
        }
        guard try await checksums[0]() == checksums[1]() else {
            throw BenchFailure("\(table.name) differs after the copy")
        }
    }
}
