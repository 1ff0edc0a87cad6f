import AsteriskText
import Foundation
import Ports
import Settings
import TestSupport
import Testing
import WebConsole

@testable import comxfailover

/// What the settings make of provisioning.
@Suite struct ProvisioningPartsTests {
    private static let phones = """
        property:
            time_zone: Europe/Vienna
        provisioning:
            enabled: true
            primary_host: 203.0.113.10
            primary_sip_port: 5160
            expiry_seconds: 90
            failback_seconds: 120
            transport: tcp
            codecs: [g722, pcma]

        """

    @Test func `both nodes of a pair make the same file`() async throws {
        let primary = try await file(
            "mode: primary\nlocal_host: 10.10.10.1\nremote_host: 192.168.101.3\n" + Self.phones)
        let secondary = try await file(
            "mode: secondary\nlocal_host: 192.168.101.3\nremote_host: 10.10.10.1\n" + Self.phones)
        #expect(primary == secondary)
        #expect(primary.servers == ["192.168.101.3:5060", "203.0.113.10:5160"])
        let text = primary.text
        #expect(text.contains("sip_server.1.expires = 90\n"))
        #expect(text.contains("fallback.timeout = 120\n"))
        #expect(text.contains("sip_server.2.transport_type = 1\n"))
        #expect(text.contains("codec.g722.priority = 1\n"))
        #expect(text.contains("local_time.start_time = 3/5/7/2\n"))
    }

    @Test(arguments: ["primary", "secondary"])
    func `a node alone is the one server`(mode: String) async throws {
        let alone = try await file("mode: \(mode)\nlocal_host: 192.168.101.3\nprovisioning: {enabled: true}\n")
        #expect(alone.servers == ["192.168.101.3:5060"])
    }

    @Test func `provisioning that is off makes nothing`() throws {
        let parts = try parts("mode: primary\nlocal_host: 10.10.10.1\n")
        #expect(parts.desk == nil)
        #expect(parts.service == nil)
        #expect(ProvisioningParts.hosts(of: parts.settings).isEmpty)
    }

    @Test func `the certificate names the host by which phones reach the node`() throws {
        let text = "mode: primary\nlocal_host: 10.10.10.1\nremote_host: 192.168.101.3\n" + Self.phones
        let parts = try parts(text)
        #expect(parts.service != nil)
        #expect(ProvisioningParts.hosts(of: parts.settings) == ["203.0.113.10"])
    }

    private func file(_ text: String) async throws -> RenderedFile {
        let desk = try #require(try parts(text).desk)
        return try #require(try await desk.render(RenderRequest(device: "00:15:65:ab:cd:ef")).first)
    }

    private func parts(_ text: String) throws -> ProvisioningParts {
        let folder = try TemporaryFolder()
        let path = folder.path + "/node.yaml"
        try Data((text + "secret: Vq3xT9mZr7Kc2WpL8dHn5YsB\n").utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let settings = try SettingsFile.load(path).settings
        return ProvisioningParts(
            settings: settings, keys: NodeKeys(settings: settings), clock: MemoryClock(),
            logger: RunningService.quietLogger, devices: MemoryDevices(SampleDevices.all)
        ) { _ in }
    }
}
