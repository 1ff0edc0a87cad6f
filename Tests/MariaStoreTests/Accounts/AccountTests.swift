import Foundation
import MariaStore
import MariaTestKit
import Testing
import Vocabulary

/// Accounts and encryption, on one server with a certificate for 127.0.0.1, one test after another.
@Suite(.throwawayEncryptedServer, .serialized) struct AccountTests {
    private var server: PrivateServer { ThrowawayServer.current.server }

    private func freshSession() throws -> MariaSession {
        let session = try MariaSession(connecting: ThrowawayServer.current.administrator)
        for schema in [Schemas.hotel, Schemas.node, Schemas.feed] {
            try session.script("DROP DATABASE IF EXISTS \(MariaIdentifier.quoted(schema))")
        }
        try Accounts.provision(on: session, applyPassword: "a", peer: nil)
        return session
    }

    private func login(_ password: String, host: String = "127.0.0.1", tls: Bool = true) throws -> MariaEndpoint {
        let caFile = try #require(server.certificates?.caFile)
        return .tcp(
            host, port: server.port ?? 0, user: Accounts.peerUser, password: password,
            tls: tls ? .required(caFile: caFile) : .none)
    }

    @Test func `the peer logs in over TLS, reads the feed and nothing else`() throws {
        let session = try freshSession()
        let account = PeerAccount(hosts: ["127.0.0.1"], passwords: ["first"])
        try Accounts.provision(on: session, applyPassword: "a'p", peer: account)
        try session.script("CREATE TABLE comxfailover_node.book (k INT)")
        try session.script("CREATE VIEW comxfailover_feed.page AS SELECT k FROM comxfailover_node.book")
        let peer = try MariaSession(connecting: login("first"))
        #expect(peer.cipher != nil)
        #expect(try peer.query("SELECT * FROM comxfailover_feed.page").isEmpty)
        for statement in [
            "SELECT * FROM comxfailover_node.book", "INSERT INTO comxfailover_feed.page VALUES (1)",
            "CREATE TABLE comxfailover_feed.mine (k INT)", "SELECT * FROM mysql.user",
        ] {
            let error = #expect(throws: MariaError.self) { try peer.execute(statement) }
            #expect(error?.isGrantMissing == true, "\(statement): \(String(describing: error))")
        }
        let schemas = try peer.query("SHOW DATABASES").map { $0[0] }
        #expect(Set(schemas) == [.text("comxfailover_feed"), .text("information_schema")])
        let clear = #expect(throws: MariaError.self) { try MariaSession(connecting: login("first", tls: false)) }
        #expect(clear?.isAccessDenied == true)
    }

    @Test func `provisioning again changes nothing, takes away what is too much, and follows a new password`() throws {
        let session = try freshSession()
        let hosts = ["127.0.0.1", "127.0.0.2"]
        try Accounts.provision(on: session, applyPassword: "a", peer: PeerAccount(hosts: hosts, passwords: ["old"]))
        let before = try session.query("SELECT * FROM mysql.global_priv")
        let reading = try MariaSession(connecting: login("old"))
        try Accounts.provision(on: session, applyPassword: "a", peer: PeerAccount(hosts: hosts, passwords: ["old"]))
        #expect(try session.query("SELECT Host, User FROM mysql.global_priv").count == before.count)
        try reading.ping()

        try session.script("GRANT SELECT, INSERT ON comxfailover_node.* TO comxfailover@`127.0.0.1`")
        let both = PeerAccount(hosts: hosts, passwords: ["new", "old"])
        try Accounts.provision(on: session, applyPassword: "a", peer: both)
        let peer = try MariaSession(connecting: login("new"))
        #expect(try peer.query("SHOW DATABASES").count == 2)
        _ = try MariaSession(connecting: login("old"))
        let after = PeerAccount(hosts: ["127.0.0.1"], passwords: ["new"])
        try Accounts.provision(on: session, applyPassword: "a", peer: after)
        let refused = #expect(throws: MariaError.self) { try MariaSession(connecting: login("old")) }
        #expect(refused?.isAccessDenied == true)
        let left = try session.query("SELECT Host FROM mysql.user WHERE User = ?", [.text(Accounts.peerUser)])
        #expect(left.map { $0[0] } == [.text("127.0.0.1")])
        try Accounts.provision(on: session, applyPassword: "a", peer: nil)
        #expect(throws: MariaError.self) { try MariaSession(connecting: login("new")) }
    }

    @Test func `the applier logs in by the socket with every privilege and its own name`() throws {
        try Accounts.provision(on: freshSession(), applyPassword: "a'p\\", peer: nil)
        var endpoint = ThrowawayServer.current.administrator
        endpoint.user = Accounts.applyUser
        endpoint.password = "a'p\\"
        let applier = try MariaSession(connecting: endpoint)
        #expect(try applier.query("SELECT USER()")[0][0] == .text("comxfailover_apply@localhost"))
        try applier.script("CREATE TABLE comxfailover.t (k INT)")
        try Accounts.provision(on: applier, applyPassword: "other", peer: nil)
        #expect(throws: MariaError.self) { try MariaSession(connecting: endpoint) }
    }

    @Test func `a certificate of another CA or for another address is refused as encryption`() async throws {
        let account = PeerAccount(hosts: ["127.0.0.1"], passwords: ["p"])
        try Accounts.provision(on: freshSession(), applyPassword: "a", peer: account)
        let folder = ThrowawayServer.freshFolder() + "-other"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let other = try await ThrowawayCertificates(in: folder, addresses: ["127.0.0.1"])
        var endpoint = try login("p")
        endpoint.tls = .required(caFile: other.certificates.caFile)
        let foreign = #expect(throws: MariaError.self) { try MariaSession(connecting: endpoint) }
        #expect(foreign?.isTLS == true)
        let elsewhere = #expect(throws: MariaError.self) {
            try MariaSession(connecting: login("p", host: "127.0.0.2"))
        }
        #expect(elsewhere?.isTLS == true)
    }

    @Test func `a peer on another loopback address of this machine dials from its own`() throws {
        let account = PeerAccount(hosts: ["127.0.0.2"], passwords: ["p"])
        try Accounts.provision(on: freshSession(), applyPassword: "a", peer: account)
        var endpoint = try login("p")
        #expect(throws: MariaError.self) { try MariaSession(connecting: endpoint) }
        endpoint.sourceAddress = "127.0.0.2"
        let peer = try MariaSession(connecting: endpoint)
        #expect(try peer.query("SELECT USER()")[0][0] == .text("comxfailover@127.0.0.2"))
    }

    @Test func `an address that is not the peer's is refused as that, before TLS begins`() throws {
        try Accounts.provision(on: freshSession(), applyPassword: "a", peer: nil)
        let error = #expect(throws: MariaError.self) { try MariaSession(connecting: login("p")) }
        #expect(error?.isAccessDenied == true, "\(String(describing: error))")
    }

    @Test func `a server without TLS is refused as a matter of encryption`() async throws {
        try await ThrowawayServer.with { server in
            try MariaSession(connecting: server.administrator).script("CREATE USER x@`127.0.0.1` IDENTIFIED BY 'y'")
            let endpoint = MariaEndpoint.tcp(
                "127.0.0.1", port: server.server.port ?? 0, user: "x", password: "y",
                tls: .required(caFile: "/etc/ssl/certs/ca-certificates.crt"))
            let error = #expect(throws: MariaError.self) { try MariaSession(connecting: endpoint) }
            #expect(error?.isTLS == true, "\(String(describing: error))")
        }
    }

    @Test func `a server that dies under an encrypted statement is an error and no signal`() throws {
        let account = PeerAccount(hosts: ["127.0.0.1"], passwords: ["p"])
        let session = try freshSession()
        try Accounts.provision(on: session, applyPassword: "a", peer: account)
        let peer = try MariaSession(connecting: login("p"))
        try session.script("KILL \(peer.connectionID)")
        for _ in 0..<3 {
            let error = #expect(throws: MariaError.self) { try peer.query("SELECT 1") }
            #expect(error?.isConnectionLost == true, "\(String(describing: error))")
        }
        #expect(peer.isLost)
    }
}
