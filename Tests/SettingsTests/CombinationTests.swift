import Settings
import Testing

@Suite struct CombinationTests {
    @Test func `mode and local host are required`() {
        #expect(
            SettingsText.complaints(whole: "secret: \(SettingsText.secret)\n") == [
                "mode: expected one of primary, secondary, found nothing",
                "local_host: expected the one address of this server that the peer reaches, found nothing",
            ])
    }

    @Test func `a node is not its own peer`() {
        #expect(
            SettingsText.complaints("remote_host: 10.10.10.1\n") == [
                "line 4: remote_host: expected another host than local_host, or other peer_ports.heartbeat,"
                    + " peer_ports.control, peer_ports.database, found this node itself"
            ])
    }

    @Test func `two nodes may share a machine with other ports`() throws {
        let text = "remote_host: 10.10.10.1\npeer_ports: {heartbeat: 1, control: 2, database: 3}\n"
        #expect(try SettingsText.settings(text).peerDatabasePort == 3)
    }

    @Test func `a private and a named database exclude each other`() {
        #expect(
            SettingsText.complaints("database:\n  private: {port: 1}\n  server: {port: 2}\n") == [
                "line 4: database: expected either a private server or the name of another, found both"
            ])
    }

    @Test func `host and socket exclude each other`() {
        #expect(
            SettingsText.complaints("database:\n  server: {host: db, socket: /run/s}\n") == [
                "line 5: database.server.socket: expected either host or socket, found both"
            ])
    }

    @Test(arguments: ["{metrics: 3081}", "{control: 65000}", "{control: 3306}", "{heartbeat: 9464}"])
    func `two ports of a node cannot be the same`(ports: String) {
        let complaints = SettingsText.complaints("ports: \(ports)\n")
        #expect(complaints.count == 1)
        #expect(complaints.first?.hasPrefix("line 4: ports.") == true)
        #expect(complaints.first?.contains("expected a port that nothing else of this node uses, found ") == true)
    }

    @Test(arguments: [("1", 1), ("3", 1), ("4", 0), ("0", 0)])
    func `a key asks for another call or confirms, not both`(key: String, count: Int) {
        #expect(SettingsText.complaints("wake_ups: {confirm_key: \"\(key)\"}\n").count == count)
        #expect(SettingsText.complaints("wake_ups: {confirm_key: \"\(key)\", snooze_minutes: []}\n").isEmpty)
    }

    @Test(arguments: [
        "snooze_minutes: [0]", "snooze_minutes: [61]", "snooze_minutes: [a]", "confirm_key: \"12\"",
        "confirm_key: \"#\"", "desk_extension: desk", "snooze_minutes: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
    ])
    func `what cannot be dialled or counted is refused`(line: String) {
        #expect(SettingsText.complaints("wake_ups: {\(line)}\n").count == 1)
    }

    @Test func `the port of provisioning counts where provisioning is on`() {
        #expect(SettingsText.complaints("ports: {metrics: 8444}\n").isEmpty)
        #expect(SettingsText.complaints("ports: {metrics: 8444}\nprovisioning: {enabled: true}\n").count == 1)
    }

    @Test(arguments: [
        "{certificate: /a}", "{private_key: /a}", "{codecs: []}", "{codecs: [pcmu, pcmu]}", "{codecs: [gsm]}",
        "{enabled: yes}", "{enabled: \"true\"}", "{language: EN}", "{language: deu}", "{expiry_seconds: 29}",
        "{failback_seconds: 59}", "{transport: sctp}", "{primary_host: 0.0.0.0}", "{templates: here}",
    ])
    func `what phones could not use is refused`(provisioning: String) {
        #expect(SettingsText.complaints("provisioning: \(provisioning)\n").count == 1)
    }

    @Test func `phones reach both nodes by the addresses of the pair unless told otherwise`() throws {
        let primary = try SettingsText.settings("remote_host: 10.20.20.2\n")
        #expect(primary.phonesPrimaryHost == "10.10.10.1")
        #expect(primary.phonesSecondaryHost == "10.20.20.2")
        #expect(try SettingsText.settings("").phonesSecondaryHost == nil)
        let named = try SettingsText.settings("provisioning: {primary_host: pbx.example.org}\n")
        #expect(named.phonesPrimaryHost == "pbx.example.org")
    }

    @Test func `a named server's port is its own affair`() throws {
        #expect(try SettingsText.settings("database: {server: {host: db, port: 3081}}\n").database.port == 3081)
    }

    @Test(arguments: ["0", "65536", "-1", "http"])
    func `a port is from 1 to 65535`(port: String) {
        let complaints = SettingsText.complaints("database: {private: {port: \(port)}}\n")
        #expect(
            complaints.first?.hasPrefix("line 4: database.private.port: expected a port number from 1 to 65535") == true
        )
    }

    @Test func `silence counts after four intervals at the least`() {
        #expect(
            SettingsText.complaints("heartbeat: {interval_ms: 1000}\n") == [
                "line 4: heartbeat.interval_ms: expected unheard_after_ms of at least four times interval_ms,"
                    + " found 3000 and 1000"
            ])
    }

    @Test(arguments: ["Mars/Olympus", "../../etc/passwd", "/etc/passwd", "tzdata.zi", "Europe", "", "Europe/Wien"])
    func `an unknown time zone is refused`(zone: String) {
        #expect(
            SettingsText.complaints("property: {time_zone: \"\(zone)\"}\n") == [
                "line 4: property.time_zone: expected an IANA time zone such as Europe/Vienna, found \"\(zone)\""
            ])
    }

    @Test(arguments: ["UTC", "Europe/Vienna", "America/Argentina/Buenos_Aires", "Asia/Kathmandu"])
    func `a known time zone is accepted`(zone: String) throws {
        #expect(try SettingsText.settings("property: {time_zone: \(zone)}\n").property.timeZone == zone)
    }

    @Test(arguments: ["var/lib", "./x", "/a/../b", "~/x"])
    func `the state folder is an absolute path`(path: String) {
        #expect(
            SettingsText.complaints("state_folder: \(path)\n") == [
                "line 4: state_folder: expected an absolute path without \"..\", found \"\(path)\""
            ])
    }

    @Test func `a state folder too long for its socket is refused`() {
        let path = "/" + String(repeating: "x", count: 100)
        #expect(
            SettingsText.complaints("state_folder: \(path)\n").first?.contains("console_socket, found 101 bytes")
                == true)
        #expect(SettingsText.complaints("state_folder: \(path)\nports: {console_socket: /run/a}\n").isEmpty)
    }

    @Test(arguments: ["0.0.0.0", "::", "10.10.10", "10.10.10.256", "host name", "-a.example", "a..b", "fe80::zz"])
    func `the local host is one sound address`(host: String) {
        let complaints = SettingsText.complaints(
            whole: "mode: primary\nlocal_host: \"\(host)\"\nsecret: \(SettingsText.secret)\n")
        #expect(
            complaints == [
                "line 2: local_host: expected the one address of this server that the peer reaches, found \"\(host)\""
            ])
    }

    @Test(arguments: ["a", "a:0", ":1", "2001:db8::1:53", "[a]:1", "a:65536", "a b:1", "[]:1"])
    func `a witness is a host and a port`(witness: String) {
        #expect(SettingsText.complaints("witnesses: [\"\(witness)\"]\n").count == 1)
    }

    @Test func `there are at most eight witnesses`() {
        let eight = Array(repeating: "a:1", count: 8).joined(separator: "\", \"")
        #expect(SettingsText.complaints("witnesses: [\"\(eight)\"]\n").isEmpty)
        #expect(SettingsText.complaints("witnesses: [\"\(eight)\", \"a:1\"]\n").count == 1)
    }

    @Test(arguments: ["port=1", "datadir=/x", "bind_address=0", "--skip", "a=b\\nc", "socket", "", "=x"])
    func `options that the node sets itself are refused`(option: String) {
        #expect(SettingsText.complaints("database: {private: {extra_options: [\"\(option)\"]}}\n").count == 1)
    }

    @Test(arguments: ["8M", "128", "M", "1T", "+128M", "0G", "128 M", "99999G"])
    func `the buffer pool is a sensible amount of memory`(amount: String) {
        #expect(SettingsText.complaints("database: {private: {buffer_pool: \"\(amount)\"}}\n").count == 1)
    }
}
