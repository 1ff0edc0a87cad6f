import Foundation
import Settings
import Testing

@Suite struct RenderingTests {
    @Test func `each key in force is shown and marked`() throws {
        let rendering = try SettingsText.load(SettingsText.least + "log: {level: debug}\n").rendering
        let shown = Dictionary(uniqueKeysWithValues: rendering.settings.map { ($0.key, $0) })
        #expect(shown["log.level"]?.value == .text("debug"))
        #expect(shown["log.level"]?.source == .set)
        #expect(shown["log.format"]?.value == .text("text"))
        #expect(shown["log.format"]?.source == .standard)
        #expect(shown["secret"]?.value == .hidden)
        #expect(shown["remote_host"]?.value == .nothing)
        #expect(shown["peer_ports.database"]?.value == .number(3306))
        #expect(shown["ports.console_socket"]?.value == .text("/var/lib/comxfailover/comxfailover.sock"))
        #expect(shown["database.server.port"] == nil)
        #expect(shown["secret_file"] == nil)
    }

    @Test func `of the databases only the chosen one is shown`() throws {
        let rendering = try SettingsText.load(SettingsText.least + "database: {server: {port: 3307}}\n").rendering
        #expect(rendering.settings.contains { $0.key == "database.server.port" && $0.value == .number(3307) })
        #expect(!rendering.settings.contains { $0.key.hasPrefix("database.private") })
    }

    @Test func `the YAML is a file with its sections`() throws {
        let yaml = try SettingsText.load(SettingsText.least).rendering.yaml
        #expect(yaml.hasPrefix("# in force, from /etc/node.yaml\nmode: primary  # set\n"))
        #expect(yaml.contains("local_host: \"10.10.10.1\"  # set\n"))
        #expect(yaml.contains("secret: hidden  # set\n"))
        #expect(yaml.contains("database:\n    private:\n        folder: /var/lib/comxfailover/mariadb  # default\n"))
        #expect(yaml.components(separatedBy: "\nports:\n").count == 2)
    }

    @Test func `the YAML reads back to the same settings but for the secret`() throws {
        let text =
            SettingsText.least
            + "witnesses: [\"a:1\"]\nproperty: {name: \"A \\\\ \\\"B\\\": #c\"}\nstate_folder: /srv/x\n"
        let loaded = try SettingsText.load(text)
        let yaml = loaded.rendering.yaml.replacing("hidden", with: SettingsText.secret)
        var again = try SettingsText.load(yaml).settings
        #expect(again.property == loaded.settings.property)
        #expect(again.witnesses == loaded.settings.witnesses)
        #expect(again.peerDatabasePort == loaded.settings.peerDatabasePort)
        #expect(again.provisioningCertificate == loaded.settings.provisioningCertificate)
        #expect(again.phonesPrimaryHost == loaded.settings.phonesPrimaryHost)
        again.provisioning = loaded.settings.provisioning
        again.peerPorts = loaded.settings.peerPorts
        again.ports.consoleSocket = nil
        again.database = loaded.settings.database
        #expect(again == loaded.settings)
    }

    @Test func `the JSON carries key, value and source`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = try String(bytes: encoder.encode(SettingsText.load(SettingsText.least).rendering), encoding: .utf8)
        #expect(json?.contains(#"{"key":"ports.heartbeat","source":"default","value":65000}"#) == true)
        #expect(json?.contains(#"{"key":"secret","source":"set","value":"hidden"}"#) == true)
        #expect(json?.contains(#"{"key":"remote_host","source":"default","value":null}"#) == true)
    }
}
