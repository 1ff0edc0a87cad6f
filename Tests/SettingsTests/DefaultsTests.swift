import Settings
import Testing
import Vocabulary

@Suite struct DefaultsTests {
    @Test func `three keys are enough and the rest has defaults`() throws {
        let settings = try SettingsText.load(SettingsText.least).settings
        var expected = NodeSettings()
        expected.mode = .primary
        expected.localHost = "10.10.10.1"
        expected.secret = SecretText(SettingsText.secret)
        #expect(settings == expected)
    }

    @Test func `a node without a remote host is alone`() throws {
        #expect(try SettingsText.settings("").remoteHost == nil)
        #expect(try SettingsText.settings("remote_host:\n").remoteHost == nil)
        #expect(try SettingsText.settings("remote_host: ~\n").remoteHost == nil)
    }

    @Test func `paths follow the state folder`() throws {
        let settings = try SettingsText.settings("state_folder: /srv/node\n")
        #expect(settings.consoleSocket == "/srv/node/comxfailover.sock")
        #expect(settings.privateDatabaseFolder == "/srv/node/mariadb")
    }

    @Test func `the private database listens on the local host`() throws {
        #expect(try SettingsText.settings("").privateDatabaseBindAddress == "10.10.10.1")
    }

    @Test func `the peer's ports are this node's unless set`() throws {
        let same = try SettingsText.settings("ports: {heartbeat: 7001, control: 7002}\n")
        #expect(same.peerHeartbeatPort == 7001)
        #expect(same.peerControlPort == 7002)
        #expect(same.peerDatabasePort == 3306)
        let others = try SettingsText.settings("peer_ports: {heartbeat: 8001, control: 8002, database: 8003}\n")
        #expect(others.peerHeartbeatPort == 8001)
        #expect(others.peerControlPort == 8002)
        #expect(others.peerDatabasePort == 8003)
    }

    @Test func `the peer's database port follows a named server's port`() throws {
        #expect(try SettingsText.settings("database: {server: {port: 3310}}\n").peerDatabasePort == 3310)
    }

    @Test func `a section whose keys are all commented out is empty`() throws {
        let settings = try SettingsText.settings("ports:\n    # heartbeat: 1\nlog:\ndatabase:\n    private:\n")
        #expect(settings.ports == PortSettings())
        #expect(settings.database == .privateServer(PrivateDatabaseSettings()))
    }
}
