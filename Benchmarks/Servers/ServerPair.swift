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
    /// What both trust.
    let authorities: String

    static let writerPort: UInt16 = 33_606
    static let receiverPort: UInt16 = 33_607

    /// Runs `body` with a fresh pair, and stops it afterwards.
    static func with<T: Sendable>(
        _ bench: Bench, _ body: @Sendable (ServerPair) async throws -> T
    ) async throws -> T {
        let certificates = PairCertificates(stateFolder: bench.folder + "/pair", clock: SystemClock())
        try FileManager.default.createDirectory(atPath: bench.folder + "/pair", withIntermediateDirectories: true)
        try certificates.provide(pairKey: [UInt8](repeating: 7, count: 32), hosts: ["127.0.0.1"])
        let files = certificates.files
        let pair = ServerPair(
            // The binary log is what the rival ships; our own sessions write past it.
            writer: server("writer", bench, writerPort, files, ["log-bin=changes", "server-id=1"]),
            receiver: server("receiver", bench, receiverPort, files, ["server-id=2"]), authorities: files.authorities)
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
