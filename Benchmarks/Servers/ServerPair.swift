import Foundation
import HostSystem
import MariaStore
import Ports
import Vocabulary

/// Two servers on this machine that reach each other over TCP and TLS, as two nodes do.
struct ServerPair: Sendable {
    /// Where changes are made.
    let writer: BenchServer
    /// Where they are to arrive.
    let receiver: BenchServer
    /// Where the receiver reaches the writer.
    var writerHost = "127.0.0.1"
    var writerPort = Self.firstPort
    /// The file with the authorities that both trust.
    let authorities: String

    private static let firstPort: UInt16 = 33_606

    /// What the rival ships; our own sessions write past it.
    static let writerOptions = ["log-bin=changes", "server-id=1"]
    static let receiverOptions = ["server-id=2"]

    /// Runs `body` with a fresh pair, and stops it afterwards.
    ///
    /// - Parameter hasRival: whether the writer keeps the binary log that MariaDB's own replication ships.
    static func with<T: Sendable>(
        _ bench: Bench, hasRival: Bool = true, _ body: @Sendable (ServerPair) async throws -> T
    ) async throws -> T {
        let certificates = PairCertificates(stateFolder: bench.folder + "/pair", clock: SystemClock())
        try FileManager.default.createDirectory(atPath: bench.folder + "/pair", withIntermediateDirectories: true)
        try certificates.provide(pairKey: [UInt8](repeating: 7, count: 32), hosts: ["127.0.0.1"])
        let files = certificates.files
        let pair = ServerPair(
            writer: server("writer", bench, firstPort, files, hasRival ? writerOptions : []),
            receiver: server("receiver", bench, firstPort + 1, files, hasRival ? receiverOptions : []),
            authorities: files.authorities)
        return try await pair.running { try await body(pair) }
    }

    private static func server(
        _ name: String, _ bench: Bench, _ port: UInt16, _ files: TLSFiles, _ options: [String]
    ) -> BenchServer {
        BenchServer(
            server: PrivateServer(
                folder: "\(bench.folder)/\(name)", port: port,
                certificates: .init(
                    certificateFile: files.certificate, keyFile: files.privateKey, caFile: files.authorities),
                bufferPoolBytes: 128 << 20, extraOptions: options))
    }

    private func running<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for server in [writer, receiver] {
                let (events, continuation) = AsyncStream.makeStream(of: PrivateServerEvent.self)
                let keeper = PrivateServerKeeper(server: server.server) { continuation.yield($0) }
                group.addTask {
                    defer { continuation.finish() }
                    try await keeper.run()
                }
                for await event in events {
                    if case .running = event { break }
                    if case .crashed(let words) = event { throw BenchFailure("a server does not start: \(words)") }
                }
            }
            let outcome: Result<T, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            group.cancelAll()
            try? await group.waitForAll()
            return try outcome.get()
        }
    }
}
