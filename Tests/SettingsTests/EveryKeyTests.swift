import Testing
import Vocabulary

@testable import Settings

@Suite struct EveryKeyTests {
    private static let privateText = """
        mode: secondary
        local_host: 127.0.0.2
        remote_host: peer.example.org
        secret: \(SettingsText.secret)
        previous_secret: \(SettingsText.otherSecret)
        state_folder: /srv/comx
        witnesses: ["192.0.2.1:443", "[2001:db8::1]:53"]
        property:
            name: "Grand Hôtel: Zur Post"
            time_zone: Europe/Vienna
        ports:
            heartbeat: 7001
            control: 7002
            metrics: 7003
            metrics_address: 0.0.0.0
            provisioning: 7005
            provisioning_address: 192.168.101.2
            console_socket: /run/comx.sock
        peer_ports:
            heartbeat: 8001
            control: 8002
            database: 8003
        database:
            private:
                folder: /srv/maria
                port: 7004
                bind_address: 0.0.0.0
                buffer_pool: 2G
                extra_options: ["max_connections=200", skip-name-resolve]
        heartbeat:
            interval_ms: 100
            unheard_after_ms: 60000
            probe_interval_ms: 200
            clock_limit_seconds: 3600
            boot_wait_seconds: 3
        failover:
            automatic_giveback: true
            stability_seconds: 61
        replication:
            batch_rows: 100
            poll_ms: 60000
            settle_limit_seconds: 1
            tombstone_days: 90
            free_space_floor_mb: 64
            compare_range_rows: 100000
        asterisk:
            config_folder: /srv/asterisk
            log_folder: /srv/log
            spool_folder: /srv/spool
            profile: freepbx
            manager_port: 7006
            agi_port: 7007
            peer_sip_port: 5070
        guests:
            accept_wake_ups: true
            confirm_ms: 10000
            history_days: 3650
        wake_ups:
            attempts: 10
            interval_seconds: 30
            ring_seconds: 120
            snooze_minutes: [1, 60]
            snoozes: 0
            confirm_key: "3"
            lateness_minutes: 240
            grace_seconds: 300
            calls_per_second: 200
            calls_at_once: 500
            desk_extension: "0200"
        provisioning:
            enabled: true
            certificate: /etc/phones.pem
            private_key: /etc/phones.key
            templates: /srv/templates
            primary_host: pbx.example.org
            primary_sip_port: 5160
            secondary_host: 192.168.101.3
            secondary_sip_port: 5260
            transport: tls
            expiry_seconds: 30
            failback_seconds: 3600
            language: de
            time_server: 192.168.101.1
            codecs: [g722, pcma]
        alerts:
            webhook: https://alerts.example.org/in?key=abc
            mail: night@hotel.example
            mail_program: /usr/bin/msmtp
            severity: alert
            interval_seconds: 60
        log:
            level: trace
            format: json

        """

    private static let namedText = """
        mode: primary
        local_host: ::1
        secret_file: ours
        previous_secret_file: former
        database:
            server:
                socket: /run/mysqld/mysqld.sock
                port: 3307
                user: replicator
                password_file: database
                tls_ca: /etc/ca.pem

        """

    private static let files = [
        "ours": SettingsText.secret, "former": SettingsText.otherSecret, "database": "short",
    ]

    @Test func `every key about the node, its ports and its peer arrives`() throws {
        let settings = try SettingsText.load(Self.privateText).settings
        #expect(settings.mode == .secondary)
        #expect(settings.localHost == "127.0.0.2")
        #expect(settings.remoteHost == "peer.example.org")
        #expect(settings.secret.revealed == SettingsText.secret)
        #expect(settings.previousSecret?.revealed == SettingsText.otherSecret)
        #expect(settings.stateFolder == "/srv/comx")
        #expect(
            settings.witnesses == [
                HostAndPort(host: "192.0.2.1", port: 443), HostAndPort(host: "2001:db8::1", port: 53),
            ])
        #expect(settings.property.name == "Grand Hôtel: Zur Post")
        #expect(settings.property.timeZone == "Europe/Vienna")
        #expect(settings.ports.heartbeat == 7001)
        #expect(settings.ports.control == 7002)
        #expect(settings.ports.metrics == 7003)
        #expect(settings.ports.metricsAddress == "0.0.0.0")
        #expect(settings.consoleSocket == "/run/comx.sock")
        #expect(settings.peerHeartbeatPort == 8001)
        #expect(settings.peerControlPort == 8002)
        #expect(settings.peerDatabasePort == 8003)
    }

    @Test func `every key about the private database, timings and the log arrives`() throws {
        let settings = try SettingsText.load(Self.privateText).settings
        #expect(settings.privateDatabaseFolder == "/srv/maria")
        #expect(settings.privateDatabaseBindAddress == "0.0.0.0")
        #expect(settings.database.port == 7004)
        guard case .privateServer(let database) = settings.database else {
            Issue.record("not a private server")
            return
        }
        #expect(database.bufferPool == "2G")
        #expect(database.extraOptions == ["max_connections=200", "skip-name-resolve"])
        #expect(settings.heartbeat.interval == .milliseconds(100))
        #expect(settings.heartbeat.unheardAfter == .seconds(60))
        #expect(settings.heartbeat.probeInterval == .milliseconds(200))
        #expect(settings.heartbeat.clockLimit == .seconds(3600))
        #expect(settings.heartbeat.bootWait == .seconds(3))
        #expect(settings.failover.isGivebackAutomatic)
        #expect(settings.failover.stability == .seconds(61))
        #expect(settings.replication.batchRows == 100)
        #expect(settings.replication.pollInterval == .seconds(60))
        #expect(settings.replication.settleLimit == .seconds(1))
        #expect(settings.replication.tombstoneDays == 90)
        #expect(settings.replication.freeSpaceFloorMebibytes == 64)
        #expect(settings.replication.compareRangeRows == 100_000)
        #expect(settings.log.level == .trace)
        #expect(settings.log.format == .json)
    }

    @Test func `every key about Asterisk arrives`() throws {
        let asterisk = try SettingsText.load(Self.privateText).settings.asterisk
        #expect(asterisk.configFolder == "/srv/asterisk")
        #expect(asterisk.logFolder == "/srv/log")
        #expect(asterisk.spoolFolder == "/srv/spool")
        #expect(asterisk.profile == .freepbx)
        #expect(asterisk.managerPort == 7006)
        #expect(asterisk.agiPort == 7007)
        #expect(asterisk.peerSIPPort == 5070)
        #expect(try SettingsText.settings("").asterisk.configFolder == nil)
    }

    @Test func `every key about guests arrives`() throws {
        let guests = try SettingsText.load(Self.privateText).settings.guests
        #expect(guests.acceptsWakeUps && guests.confirmWait == .seconds(10) && guests.historyDays == 3650)
        #expect(try SettingsText.settings("").guests == GuestSettings())
    }

    @Test func `every key about wake-ups arrives`() throws {
        let wakeUps = try SettingsText.load(Self.privateText).settings.wakeUps
        #expect(wakeUps.attempts == 10)
        #expect(wakeUps.interval == .seconds(30))
        #expect(wakeUps.ringTime == .seconds(120))
        #expect(wakeUps.snoozeMinutes == [1, 60])
        #expect(wakeUps.snoozes == 0)
        #expect(wakeUps.confirmKey == "3")
        #expect(wakeUps.lateness == .seconds(14_400))
        #expect(wakeUps.grace == .seconds(300))
        #expect(wakeUps.callsPerSecond == 200)
        #expect(wakeUps.callsAtOnce == 500)
        #expect(wakeUps.deskExtension == "0200")
    }

    @Test func `every key about provisioning arrives`() throws {
        let settings = try SettingsText.load(Self.privateText).settings
        let provisioning = settings.provisioning
        #expect(settings.ports.provisioning == 7005)
        #expect(settings.ports.provisioningAddress == "192.168.101.2")
        #expect(provisioning.isEnabled)
        #expect(settings.provisioningCertificate == "/etc/phones.pem")
        #expect(settings.provisioningPrivateKey == "/etc/phones.key")
        #expect(provisioning.templates == "/srv/templates")
        #expect(settings.phonesPrimaryHost == "pbx.example.org")
        #expect(provisioning.primarySIPPort == 5160)
        #expect(settings.phonesSecondaryHost == "192.168.101.3")
        #expect(provisioning.secondarySIPPort == 5260)
        #expect(provisioning.transport == .tls)
        #expect(provisioning.expiry == .seconds(30))
        #expect(provisioning.failback == .seconds(3600))
        #expect(provisioning.language == "de")
        #expect(provisioning.timeServer == "192.168.101.1")
        #expect(provisioning.codecs == [.g722, .pcma])
    }

    @Test func `every key about alerts arrives`() throws {
        let alerts = try SettingsText.load(Self.privateText).settings.alerts
        #expect(alerts.webhook?.revealed == "https://alerts.example.org/in?key=abc")
        #expect(alerts.mail == "night@hotel.example")
        #expect(alerts.mailProgram == "/usr/bin/msmtp")
        #expect(alerts.severity == .alert)
        #expect(alerts.interval == .seconds(60))
        #expect(try SettingsText.settings("").alerts == AlertSettings())
    }

    @Test func `every key about a named server and secret files arrives`() throws {
        let settings = try SettingsText.load(Self.namedText, secretFiles: Self.files).settings
        #expect(settings.secret.revealed == SettingsText.secret)
        #expect(settings.previousSecret?.revealed == SettingsText.otherSecret)
        var database = NamedDatabaseSettings()
        database.socket = "/run/mysqld/mysqld.sock"
        database.port = 3307
        database.user = "replicator"
        database.password = SecretText("short")
        database.tlsAuthority = "/etc/ca.pem"
        #expect(settings.database == .namedServer(database))
    }

    @Test func `host and password of a named server may stand in the file`() throws {
        let settings = try SettingsText.settings("database: {server: {host: db.example.org, password: pass}}\n")
        var database = NamedDatabaseSettings()
        database.host = "db.example.org"
        database.password = SecretText("pass")
        #expect(settings.database == .namedServer(database))
    }

    @Test func `no key is left without a test`() throws {
        let shown =
            try SettingsText.load(Self.privateText).rendering.settings
            + SettingsText.load(Self.namedText, secretFiles: Self.files).rendering.settings
        let tested = Set(shown.filter { $0.source == .set }.map(\.key))
        let known = Set(SettingsKey.all.map(\.path))
        #expect(known.subtracting(tested) == ["database.server.host", "database.server.password"])
        #expect(known.count > 30)
    }

    @Test func `a wrong kind of value is refused for every key`() {
        for key in SettingsKey.all {
            let words = key.path.split(separator: ".")
            let indented = words.enumerated().map { String(repeating: "  ", count: $0.offset) + $0.element + ":" }
            let text = indented.joined(separator: "\n") + " {a: b}\n"
            let complaints = SettingsText.complaints(whole: text).filter { $0.contains(key.path + ": ") }
            #expect(complaints == ["line \(words.count): \(key.path): expected \(key.expected), found a section"])
        }
    }
}
