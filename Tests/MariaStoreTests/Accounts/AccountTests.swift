import Foundation
import MariaStore
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

/// Accounts and encryption, on one server with a certificate for 127.0.0.1, one test after another.
@Suite(.throwawayEncryptedServer, .serialized) struct AccountTests {
    private var server: PrivateServer { ThrowawayServer.current.server }

    private func freshSession() throws -> MariaSession {
        let session = try ThrowawayServer.current.sessionWithoutNode()
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

    @Test func `an administrator's own account of the peer's name is left as it is`() throws {
        let session = try freshSession()
        try session.script("CREATE OR REPLACE USER comxfailover@`10.9.9.9` IDENTIFIED BY 'their own' REQUIRE SSL")
        try session.script("GRANT SELECT ON comxfailover.* TO comxfailover@`10.9.9.9`")
        func own() throws -> [[CellValue]] {
            try session.query("SHOW GRANTS FOR comxfailover@`10.9.9.9`").map(\.values)
        }
        let before = try own()
        let account = PeerAccount(hosts: ["127.0.0.1"], passwords: ["p"])
        for peer in [account, nil, account] {
            try Accounts.provision(on: session, applyPassword: "a", peer: peer)
            #expect(try own() == before)
        }
        _ = try MariaSession(connecting: login("p"))
        let refusal = #expect(throws: DatabaseRefusal.self) {
            try Accounts.provision(
                on: session, applyPassword: "a", peer: PeerAccount(hosts: ["10.9.9.9"], passwords: ["p"]))
        }
        let words = refusal?.words ?? ""
        for part in ["`comxfailover`@`10.9.9.9`", "was not made by this program", "RENAME USER", "DROP USER"] {
            #expect(words.contains(part), "\(words)")
        }
        #expect(try own() == before)
        _ = try MariaSession(connecting: login("p"))
        try session.script("DROP USER comxfailover@`10.9.9.9`")
    }

    @Test func `an account that an earlier release made without a book is known by its one right`() throws {
        let session = try freshSession()
        let account = PeerAccount(hosts: ["127.0.0.1"], passwords: ["p"])
        try Accounts.provision(on: session, applyPassword: "a", peer: account)
        try session.script("DROP TABLE comxfailover_node.peer_account")
        let moved = PeerAccount(hosts: ["127.0.0.2"], passwords: ["p"])
        try Accounts.provision(on: session, applyPassword: "a", peer: moved)
        let left = try session.query("SELECT Host FROM mysql.user WHERE User = ?", [.text(Accounts.peerUser)])
        #expect(left.map { $0[0] } == [.text("127.0.0.2")])
        try Accounts.provision(on: session, applyPassword: "a", peer: nil)
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

    @Test func `a server that forgets commits is refused with the cure, one that syncs them late is warned of`()
        async throws
    {
        let session = try freshSession()
        func prepare(_ mode: Int) async throws -> String? {
            try session.script("SET GLOBAL innodb_flush_log_at_trx_commit = \(mode)")
            let preparation = DatabasePreparation(
                administrator: ThrowawayServer.current.administrator, mode: .primary, applyPassword: "a", peer: nil)
            return try await preparation.prepare(incarnation: Incarnation(rawValue: 1))
        }
        let failure = await #expect(throws: FeedFailure.self) { try await prepare(0) }
        #expect(failure?.words.contains("SET GLOBAL innodb_flush_log_at_trx_commit = 1") == true)
        let made = try session.query("SHOW TABLES FROM comxfailover_node LIKE 'feed_table'")
        #expect(made.isEmpty, "nothing is made on such a server")
        #expect(try await prepare(2)?.contains("power cut") == true)
        #expect(try await prepare(1) == nil)
    }

    @Test func `a server whose durability is changed while it runs is told with the cure, until it is put right`()
        async throws
    {
        let session = try freshSession()
        let durability = ServerDurability(administrator: ThrowawayServer.current.administrator)
        func trouble(_ mode: Int) async throws -> String? {
            try session.script("SET GLOBAL innodb_flush_log_at_trx_commit = \(mode)")
            return await durability.trouble()
        }
        #expect(try await trouble(1) == nil)
        #expect(try await trouble(0)?.contains("a crash would lose committed changes") == true)
        #expect(try await trouble(2)?.contains("power cut") == true)
        #expect(try await trouble(1) == nil)
        let nobody = ServerDurability(administrator: .socket("/nowhere/mariadb.sock", user: "root"))
        #expect(await nobody.trouble() == nil, "a server that is down is no matter of durability")
    }

    // MARK: A server that others run, over TCP

    @Test func `a node that dials its server has an applier that comes the same way, encrypted, and copies`()
        async throws
    {
        let session = try freshSession()
        try session.script("DROP DATABASE IF EXISTS house")
        try session.script("CREATE OR REPLACE USER keeper@`127.0.0.1` IDENTIFIED BY 'pw'")
        try session.script("GRANT ALL PRIVILEGES ON *.* TO keeper@`127.0.0.1` WITH GRANT OPTION")
        var keeper = try login("pw")
        keeper.user = "keeper"
        let preparation = DatabasePreparation(
            administrator: keeper, mode: .secondary, applyPassword: "apply", peer: nil)
        try await preparation.prepare(incarnation: Incarnation(rawValue: 2))
        var applier = keeper
        (applier.user, applier.password) = (Accounts.applyUser, "apply")
        #expect(try MariaSession(connecting: applier).cipher != nil)

        try session.script("CREATE DATABASE house")
        try session.script("CREATE TABLE house.t (id INT NOT NULL PRIMARY KEY, v INT NOT NULL)")
        let source = MariaFeedSource(endpoint: keeper)
        let store = MariaReplicaStore(applying: applier, keeping: keeper) { WallTime(rawValue: 1) }
        let table = TableName(schema: "house", name: "t")
        let item = ItemDefinition(
            name: ItemName(literal: "house"), rule: .owned(.configuration), tables: [.init(name: table)],
            isEnabled: true, isBuiltIn: false)
        try await source.save(item)
        #expect(try await source.arrangeCapture().refused == [:])
        let shape = try #require(try await store.tables().first { $0.table == table }).shape
        let row = FeedRow(
            position: FeedPosition(rawValue: 1),
            stamp: RowStamp(version: Version(epoch: Epoch(rawValue: 2), clock: 1, node: .primary), seen: 0),
            key: [.integer(1)], image: [.integer(1), .integer(7)])
        let head = try await source.head(after: .start)
        let receipt = try await store.apply(
            ApplyWork(
                item: item.name, incarnation: Incarnation(rawValue: 1),
                tables: [.init(theirs: shape, rows: [row], cursor: nil)]))
        #expect(receipt.applied == 1)
        #expect(try session.query("SELECT v FROM house.t").map { $0[0] } == [.integer(7)])
        #expect(try await source.head(after: .start) == head, "what was applied is none of this node's own writes")
        await source.close()
        await store.close()
        try session.script("DROP DATABASE house")
        try session.script("DROP USER keeper@`127.0.0.1`")
    }

    @Test func `a server tells where its engine writes the log that every commit touches`() async throws {
        let place = EngineLogPlace(endpoint: ThrowawayServer.current.administrator)
        let path = try #require(try await place.path())
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(path.hasPrefix(server.dataFolder))
    }

    @Test func `a server that shows the peer another certificate, or does not listen for it, is told with the cure`()
        async throws
    {
        let own = try #require(server.certificates)
        func entrance(_ authorities: String, port: UInt16) -> PeerEntrance {
            PeerEntrance(
                administrator: ThrowawayServer.current.administrator, host: "127.0.0.1", port: port,
                files: TLSFiles(
                    authorities: authorities, certificate: "/pair/node-cert.pem", privateKey: "/pair/key.pem"))
        }
        #expect(await entrance(own.caFile, port: server.port ?? 0).trouble() == nil)
        let folder = ThrowawayServer.freshFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stranger = try await ThrowawayCertificates(in: folder, addresses: ["127.0.0.1"]).certificates
        let words = await entrance(stranger.caFile, port: server.port ?? 0).trouble() ?? "nothing"
        for part in [stranger.caFile, "/pair/node-cert.pem", "/pair/key.pem", "ssl_cert", "restart MariaDB"] {
            #expect(words.contains(part), "\(words)")
        }
        let closed = await entrance(own.caFile, port: try ThrowawayServer.freePort()).trouble()
        #expect(closed?.contains("bind-address") == true)
    }

    @Test func `a server without TLS is told with the cure`() async throws {
        try await ThrowawayServer.with { plain in
            let entrance = PeerEntrance(
                administrator: plain.administrator, host: "127.0.0.1", port: plain.server.port ?? 0,
                files: TLSFiles(
                    authorities: try #require(server.certificates).caFile, certificate: "node-cert.pem",
                    privateKey: "node-key.pem"))
            let words = await entrance.trouble()
            #expect(words?.contains("ssl_cert") == true)
        }
    }
}
