import Foundation
import Glibc
import MariaStore
import Vocabulary

/// A private MariaDB for tests: in a folder of its own under the temporary folder, gone when the tests are over.
///
/// It forgoes every sync to disk; a test of durability says so with other `extraOptions`.
package struct ThrowawayServer: Sendable {
    package enum Failure: Error {
        case neverAnswered([PrivateServerEvent])
    }

    /// Options that make a start quick and a commit cheap.
    package static let quickOptions = [
        "innodb-log-file-size=16M", "innodb-flush-method=nosync", "innodb-doublewrite=OFF", "aria-log-file-size=8M",
        "innodb-data-file-path=ibdata1:4M:autoextend", "innodb-temp-data-file-path=ibtmp1:4M:autoextend",
        "innodb-fast-shutdown=2", "debug-no-sync",
    ]

    package let server: PrivateServer

    /// The server's administrator, by its socket.
    package var administrator: MariaEndpoint {
        var endpoint = server.administrator
        endpoint.readTimeout = .seconds(120)
        return endpoint
    }

    /// A session of the administrator in a new, empty schema called `schema`.
    package func session(inFreshSchema schema: String) throws -> MariaSession {
        let session = try MariaSession(connecting: administrator)
        try session.script("DROP DATABASE IF EXISTS \(MariaIdentifier.quoted(schema))")
        try session.script("CREATE DATABASE \(MariaIdentifier.quoted(schema)) CHARACTER SET utf8mb4")
        try session.script("USE \(MariaIdentifier.quoted(schema))")
        return session
    }

    /// A session of the administrator in a server without the schemas of a node.
    package func sessionWithoutNode() throws -> MariaSession {
        let session = try MariaSession(connecting: administrator)
        for schema in [Schemas.hotel, Schemas.node, Schemas.feed] {
            try session.script("DROP DATABASE IF EXISTS \(MariaIdentifier.quoted(schema))")
        }
        return session
    }

    /// Runs `body` with a server that answers, and stops it afterwards.
    package static func with<T: Sendable>(
        options: [String] = quickOptions, certificates: PrivateServer.Certificates? = nil,
        bindAddress: String = "127.0.0.1", _ body: @Sendable (ThrowawayServer) async throws -> T
    ) async throws -> T {
        sweepLeftovers()
        let server = PrivateServer(
            folder: freshFolder(), port: try freePort(), bindAddress: bindAddress, certificates: certificates,
            bufferPoolBytes: 16 << 20, extraOptions: options)
        defer { try? FileManager.default.removeItem(atPath: server.folder) }
        let (events, continuation) = AsyncStream.makeStream(of: PrivateServerEvent.self)
        let keeper = PrivateServerKeeper(server: server) { continuation.yield($0) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await keeper.run()
            }
            let outcome: Result<T, any Error>
            do {
                try await awaitRunning(events)
                outcome = .success(try await body(ThrowawayServer(server: server)))
            } catch {
                outcome = .failure(error)
            }
            group.cancelAll()
            try await group.waitForAll()
            return try outcome.get()
        }
    }

    private static func awaitRunning(_ events: AsyncStream<PrivateServerEvent>) async throws {
        var seen: [PrivateServerEvent] = []
        for await event in events {
            seen.append(event)
            if case .running = event { return }
            if case .crashed = event { break }
        }
        throw Failure.neverAnswered(seen)
    }
}

extension ThrowawayServer {
    /// Ends the server as a crash would; its keeper starts it again.
    package func crash() throws {
        guard let process = ServerProcess.find(server) else { throw Failure.neverAnswered([]) }
        process.end()
    }

    /// Returns once the server answers.
    package func awaitAnswer() async {
        let connection = MariaConnection(endpoint: administrator)
        while (try? await connection.perform { try $0.ping() }) == nil { await Task.yield() }
        await connection.close()
    }
}

extension ThrowawayServer {
    private static let folderPrefix = "comxfailover-mariadb-"

    /// A folder whose name begins with this process's number, short enough for a socket.
    package static func freshFolder() -> String {
        let number = UInt32.random(in: 0...UInt32.max)
        return "\(temporaryFolder)/\(folderPrefix)\(getpid())-\(String(number, radix: 36))"
    }

    private static var temporaryFolder: String { "/tmp" }

    /// A TCP port that nobody listens on at this moment.
    package static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 ? getsockname(descriptor, generic, &length) : -1
            }
        }
        guard status == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return UInt16(bigEndian: address.sin_port)
    }

    /// Ends servers, and removes folders, of test runs that were themselves killed.
    private static func sweepLeftovers() {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: temporaryFolder)) ?? []
        for entry in entries where entry.hasPrefix(folderPrefix) {
            let owner = entry.dropFirst(folderPrefix.count).prefix { $0.isNumber }
            let isOurs = !owner.isEmpty && entry.dropFirst(folderPrefix.count + owner.count).first == "-"
            guard isOurs, !FileManager.default.fileExists(atPath: "/proc/\(owner)") else { continue }
            let server = PrivateServer(folder: "\(temporaryFolder)/\(entry)", port: nil)
            ServerProcess.find(server)?.end()
            try? FileManager.default.removeItem(atPath: server.folder)
        }
    }
}
