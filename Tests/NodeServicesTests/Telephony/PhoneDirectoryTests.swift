import AsteriskText
import HotelLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// The devices that the telephony configuration writes down, as provisioning finds them.
@Suite struct PhoneDirectoryTests {
    private let store = MemoryTelephonyStore()
    private var directory: PhoneDirectory { PhoneDirectory(store: store) }

    init() async throws {
        for edit in [
            try TelephonyEdit(
                .add, .extensions, keys: ["201"],
                fields: ["name": "Anna", "secret": "hers-alone", "phones": "00:15:65:ab:cd:ef=Yealink T46U@desk"]),
            try TelephonyEdit(
                .add, .extensions, keys: ["1001"],
                fields: ["party": "guest", "phones": "0004f2aabbcc=VVX 450,-=cordless"]),
            try TelephonyEdit(
                .add, .extensions, keys: ["1101-1102"],
                fields: ["party": "guest", "line": "analog", "name": "Line {}"]),
            try TelephonyEdit(
                .add, .gateways, keys: ["attic"],
                fields: [
                    "address": "192.0.2.4", "lines": "1-2=1101-1102", "mac": "00:0b:82:11:22:33", "model": "GXW4224",
                ]),
        ] { _ = try await store.change(edit) }
    }

    @Test func `a phone of the staff and one of a room are found by their addresses`() async throws {
        let desk = try #require(try await device("001565abcdef"))
        #expect(desk.role == .staff && desk.model == "Yealink T46U" && desk.accounts[0].password == "hers-alone")
        let room = try #require(try await device("0004f2aabbcc"))
        let shared = store.withState { $0.configuration.settings.guestSecret }
        #expect(room.role == .guest && room.accounts[0].password == shared)
        #expect(try await device("0004f2aabbcd") == nil)
    }

    @Test func `a gateway is a device with a line for each of its ports`() async throws {
        let gateway = try #require(try await device("000b82112233"))
        #expect(PhoneFamily(model: gateway.model) == .grandstreamGateway)
        #expect(gateway.role == .guest)
        #expect(gateway.accounts.map(\.extension) == ["1101", "1102"])
        #expect(gateway.accounts.map(\.displayName) == ["Line 1101", "Line 1102"])
        #expect(gateway.accounts.allSatisfy { $0.password.isEmpty && $0.user == $0.extension })
        #expect(try await directory.devices(ofExtension: "1102") == [gateway])
    }

    @Test func `a gateway with a password proves itself by its own name on every port`() async throws {
        _ = try await store.change(
            try TelephonyEdit(.edit, .gateways, keys: ["attic"], fields: ["secret": "of-the-gateway"]))
        let gateway = try #require(try await device("000b82112233"))
        #expect(gateway.accounts.map(\.authenticationUser) == ["gateway-attic", "gateway-attic"])
        let site = SampleDevices.site
        let text = try TemplateText(BuiltInTemplate.text(of: .grandstreamGateway))
            .filled(with: try PhonePlan(device: gateway, site: site).values())
        #expect(text.contains("<P4060>1101</P4060>") && text.contains("<P4090>gateway-attic</P4090>"))
        #expect(text.contains("<P4120>of-the-gateway</P4120>"))
    }

    @Test func `one hardware address belongs to one device, and a provisioned gateway has a model`() async throws {
        let taken = try TelephonyEdit(.edit, .gateways, keys: ["attic"], fields: ["mac": "001565abcdef"])
        await #expect(throws: (any Error).self) { try await store.change(taken) }
        let bare = try TelephonyEdit(.edit, .gateways, keys: ["attic"], fields: ["model": ""])
        await #expect(throws: (any Error).self) { try await store.change(bare) }
        #expect(try await device("000b82112233")?.model == "GXW4224")
    }

    private func device(_ text: String) async throws -> ProvisionedDevice? {
        try await directory.device(try #require(HardwareAddress(text)))
    }
}
