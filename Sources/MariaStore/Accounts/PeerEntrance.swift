import Ports
import Vocabulary

/// Looks at a server that others run as the peer sees it: does it listen there, and show this pair's certificate?
package struct PeerEntrance: Sendable {
    /// How often is looked: seldom, for the server notes each look as a login that it refused.
    package static let lookEvery = Duration.seconds(3_600)
    /// How soon after trouble.
    package static let lookAgainAfter = Duration.seconds(10)
    /// Where its keeper puts the files; any other place will do.
    private static let folder = "/etc/mysql/comxfailover"

    /// The address at which the peer knows this node.
    private let host: String
    private let port: UInt16
    private let files: TLSFiles
    private let administrator: MariaEndpoint

    /// - Parameter administrator: logs in with all rights.
    package init(administrator: MariaEndpoint, host: String, port: UInt16, files: TLSFiles) {
        self.administrator = administrator
        self.host = host
        self.port = port
        self.files = files
    }

    /// Why the peer cannot get in, with what helps; nil where it can, as far as this node sees.
    package func trouble() async -> String? {
        var endpoint = MariaEndpoint.tcp(
            host, port: port, user: Accounts.peerUser, password: "", tls: .required(caFile: files.authorities))
        endpoint.connectTimeout = .seconds(1)
        let failure = await failure(at: endpoint) { try $0.ping() }
        guard let failure else { return nil }
        if failure.isTLS { return certificateWords(failure.message) }
        if failure.isConnectionLost {
            return "the peer cannot read this node's MariaDB, which does not listen on \(host):\(port): add \(host) to "
                + "its bind-address and restart it"
        }
        // A login that is refused got as far as it should: the peer has a password. But where no account at all fits
        // this address, the server says so before it speaks of TLS.
        guard failure.number == Self.hostRefused else { return nil }
        return await self.failure(at: administrator) { session in
            let row = try session.query("SELECT @@GLOBAL.have_ssl AS offer").first
            guard try row?.text("offer") != "YES" else { return }
            throw MariaError(number: Self.encryption, message: "it offers no TLS")
        }.flatMap { $0.isTLS ? certificateWords($0.message) : nil }
    }

    private static let hostRefused: UInt32 = 1130
    private static let encryption: UInt32 = 2026

    private func failure(
        at endpoint: MariaEndpoint, _ body: @Sendable (MariaSession) throws -> Void
    ) async -> MariaError? {
        let connection = MariaConnection(endpoint: endpoint)
        var failure: MariaError?
        do { try await connection.perform(body) } catch { failure = error as? MariaError }
        await connection.close()
        return failure
    }

    private func certificateWords(_ reason: String) -> String {
        "the peer cannot read this node's MariaDB, which does not show this pair's certificate at \(host):\(port) "
            + "(\(reason)): copy \(files.authorities), \(files.certificate) and \(files.privateKey) to \(Self.folder), "
            + "name them there as ssl_ca, ssl_cert and ssl_key in [mariadbd], let mysql own them, and restart MariaDB"
    }
}
