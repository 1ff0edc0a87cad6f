import MariaStore
import Ports
import Vocabulary

/// One of two servers that copy, with every port of the copy opened on it.
struct CopyNode: Sendable {
    private static let applyPassword = "applier"

    let mode: Mode
    let administrator: MariaEndpoint
    /// The session in which tests write, as any program would.
    let program: MariaConnection
    let source: MariaFeedSource
    let store: MariaReplicaStore
    /// This node's feed as its peer reads it.
    let feed: MariaPeerFeed

    /// Empties the server and makes it a node that was just installed.
    init(_ mode: Mode, administrator: MariaEndpoint, incarnation: Incarnation) async throws {
        self.mode = mode
        self.administrator = administrator
        program = MariaConnection(endpoint: administrator)
        source = MariaFeedSource(endpoint: administrator)
        feed = MariaPeerFeed(endpoint: administrator)
        var applying = administrator
        applying.user = Accounts.applyUser
        applying.password = Self.applyPassword
        store = MariaReplicaStore(applying: applying, keeping: administrator) {
            WallTime(rawValue: 1_700_000_000_000_000)
        }
        try await program.perform { session in
            try Self.empty(session)
            try Accounts.provision(on: session, applyPassword: Self.applyPassword, peer: nil)
            for statement in ReplicaMigrations.all.flatMap(\.statements) { try session.script(statement) }
            try FeedLifeTable(session: session).prepare(mode: mode, incarnation: incarnation)
        }
    }

    private static func empty(_ session: MariaSession) throws {
        let own = ["mysql", "sys", "information_schema", "performance_schema"]
        for row in try session.query("SHOW DATABASES") {
            guard let schema = row[0].readable, !own.contains(schema) else { continue }
            try session.script("DROP DATABASE \(MariaIdentifier.quoted(schema))")
        }
    }

    func close() async {
        await program.close()
        await source.close()
        await store.close()
        await feed.close()
    }
}

extension CopyNode {
    /// Runs statements one after another, each as it is.
    func run(_ statements: String...) async throws {
        try await program.perform { session in
            for statement in statements { try session.script(statement) }
        }
    }

    /// Runs one statement with bound values.
    func run(_ statement: String, values: [CellValue]) async throws {
        try await program.perform { try $0.execute(statement, values) }
    }

    /// The rows a question finds, as values.
    func rows(_ question: String) async throws -> [[CellValue]] {
        try await program.perform { try $0.query(question).map(\.values) }
    }

    /// The first value a question finds, as text.
    func word(_ question: String) async throws -> String? {
        try await rows(question).first?.first?.readable
    }

    /// The number of the table's feed on this node.
    func feedNumber(of table: String) async throws -> String {
        let number = try await word(
            "SELECT number FROM comxfailover_node.feed_table WHERE schema_name = 'hotel' AND table_name = '\(table)'")
        return number ?? "none"
    }

    /// The table as this node's feed announces it.
    func announced(_ table: String) async throws -> FeedTable? {
        try await feed.catalogue().first { $0.table.name == table }
    }
}
