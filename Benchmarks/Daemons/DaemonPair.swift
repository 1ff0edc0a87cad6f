import Foundation
import MariaStore
import Ports
import Vocabulary

/// Two real daemons of the product on this machine, each with its private server, and the native rival's options.
struct DaemonPair: Sendable {
    private static let startMax = Duration.seconds(90)
    private static let databasePort: UInt16 = 33_506

    let bench: Bench
    let primary: DaemonProcess
    let secondary: DaemonProcess

    init(_ bench: Bench, binary: String, hasRival: Bool) throws {
        self.bench = bench
        let secret = try Shell.run("openssl", ["rand", "-base64", "24"]).trimmingCharacters(in: .whitespacesAndNewlines)
        func daemon(_ mode: String, _ own: String, _ peer: String, _ metrics: Int, _ options: [String]) -> DaemonProcess
        {
            DaemonProcess(
                folder: "\(bench.folder)/\(mode)", binary: binary,
                settings: """
                    mode: \(mode)
                    local_host: \(own)
                    remote_host: \(peer)
                    secret: "\(secret)"
                    state_folder: \(bench.folder)/\(mode)
                    ports:
                        metrics: \(metrics)
                    database:
                        private:
                            port: \(Self.databasePort)
                            extra_options: [\(options.map { "\"\($0)\"" }.joined(separator: ", "))]

                    """)
        }
        primary = daemon("primary", "127.12.0.1", "127.22.0.2", 19_412, hasRival ? ServerPair.writerOptions : [])
        secondary = daemon("secondary", "127.22.0.2", "127.12.0.1", 19_422, hasRival ? ServerPair.receiverOptions : [])
    }

    /// The two private servers.
    var servers: ServerPair {
        ServerPair(
            writer: primary.server, receiver: secondary.server, writerHost: "127.12.0.1", writerPort: Self.databasePort,
            authorities: secondary.folder + "/tls/ca.pem")
    }

    /// Runs `body` with both daemons up and seeing each other, and stops them afterwards.
    static func with<T: Sendable>(
        _ bench: Bench, binary: String, hasRival: Bool, _ body: (DaemonPair) async throws -> T
    ) async throws -> T {
        let pair = try DaemonPair(bench, binary: binary, hasRival: hasRival)
        defer {
            pair.secondary.stop()
            pair.primary.stop()
        }
        try pair.primary.start()
        try pair.secondary.start()
        try await pair.awaitOnline()
        return try await body(pair)
    }

    /// Waits until each node says that its peer is online.
    func awaitOnline() async throws {
        try await wait("the nodes do not see each other") {
            primary.status()?.peer?.state == "online" && secondary.status()?.peer?.state == "online"
                && primary.status()?.database == "running" && secondary.status()?.database == "running"
        }
    }

    /// Makes a table on both nodes and has the product copy it.
    func add(_ table: CallTable, as item: String) async throws {
        try await servers.writer.run(CopiedPair.unlogged, table.createSchema, table.createTable)
        try await servers.receiver.run(table.createSchema, table.createTable)
        try primary.verb("items", "add", "--name", item, "--rule", "configuration", "--table", "\(table.name)")
        try primary.verb("items", "enable", item)
        try await wait("item \(item) does not become current") {
            secondary.status()?.items.contains { $0.name.description == item && $0.state == "current" } == true
        }
    }

    private func wait(_ complaint: String, until isTrue: () -> Bool) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + Self.startMax
        while !isTrue() {
            guard clock.now < deadline else { throw BenchFailure("\(complaint); see \(bench.folder)") }
            try await clock.sleep(for: .milliseconds(100))
        }
    }
}
