import HostSystem
import Logging
import NIOPosix
import PeerLink
import Ports
import Synchronization
import TestSupport
import Vocabulary

/// What a test of the control link needs: a server on a port of the system's choice, and clients for it.
final class LoopbackPair: Sendable {
    let answering: ScriptedAnswering
    let serverFiles: TLSFiles
    let clientFiles: TLSFiles
    let server: ControlServer
    private let folders: [TemporaryFolder]
    private let ports: AsyncStream<Int>

    init(
        serverKey: String = "one secret", serverPrevious: String? = nil, clientKey: String = "one secret",
        clientPrevious: String? = nil, silences: Int = 0, peerHost: String = "127.0.0.1"
    ) throws {
        folders = [try TemporaryFolder(), try TemporaryFolder()]
        serverFiles = try Self.files(in: folders[0], key: serverKey, previous: serverPrevious)
        clientFiles = try Self.files(in: folders[1], key: clientKey, previous: clientPrevious)
        answering = ScriptedAnswering(silences: silences)
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        self.ports = ports
        server = ControlServer(
            local: HostPort(host: "127.0.0.1", port: 0), peerHost: peerHost, files: serverFiles, answering: answering,
            group: .singletonMultiThreadedEventLoopGroup, clock: SystemClock(), logger: Self.logger
        ) { found.yield($0) }
    }

    /// The port of the running server; one call takes one opening.
    func port() async -> Int {
        for await port in ports { return port }
        return 0
    }

    func client(host: String = "127.0.0.1", port: Int, from localHost: String = "127.0.0.1") -> ControlClient {
        ControlClient(
            localHost: localHost, peer: HostPort(host: host, port: port), files: clientFiles,
            group: .singletonMultiThreadedEventLoopGroup, clock: SystemClock(), logger: Self.logger)
    }

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static func files(in folder: TemporaryFolder, key: String, previous: String?) throws -> TLSFiles {
        let certificates = PairCertificates(stateFolder: folder.path, clock: SystemClock())
        try certificates.provide(
            pairKey: Array(key.utf8), previousPairKey: previous.map { Array($0.utf8) }, hosts: ["127.0.0.1"])
        return certificates.files
    }
}
