import AsteriskText
import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Ports
import TestSupport
import Testing
import WebConsole
import Wire

/// Provisioning for people, over the API.
@Suite struct ProvisioningRoutesTests {
    private let shop = PhoneShop()

    @Test func `a device is shown by its address and by its extension`() async throws {
        let one = try await render("00:15:65:AB:CD:EF").value([RenderedFile].self)
        #expect(one.map(\.fileName) == ["001565abcdef.cfg"])
        #expect(one.first?.servers == ["192.168.101.3:5060", "203.0.113.10:5060"])
        #expect(one.first?.template == "built-in" && one.first?.role == "guest" && one.first?.family == "yealink")
        let both = try await render("201").value([RenderedFile].self)
        #expect(both.map(\.mac) == ["001565abcdef", "0004f2aabbcc"])
        #expect(both.allSatisfy { $0.extensions == ["201"] && $0.text.contains("secret-of-201") })
    }

    @Test func `a template can be tried before it is put in place`() async throws {
        let given = try await render("1001", template: "{{mac}}").value([RenderedFile].self)
        #expect(given.map(\.text) == ["000b82112233"])
        #expect(given.map(\.template) == ["given"])
        try await render("1001", template: "{{mack}}").expectError(.badRequest, "invalid", naming: "`mack`")
    }

    @Test func `what cannot be shown says why`() async throws {
        try await render("9999").expectError(.notFound, "not-found", naming: "9999")
        try await render("00:15:65:00:00:01").expectError(.notFound, "not-found", naming: "00:15:65:00:00:01")
        try await render("room 1").expectError(.badRequest, "invalid", naming: "room 1")
        try await render("1002").expectError(.badRequest, "invalid", naming: "Snom D785")
        shop.devices.setAway(true)
        try await render("201").expectError(.serviceUnavailable, "unavailable", naming: "database")
    }

    @Test func `the templates tell their source and their faults`() async throws {
        shop.templates.set(.poly, "{{#guest}}")
        shop.templates.set(.fanvil, "<sysConf/>")
        let reports = try await ask(.get, "provisioning/templates").value([TemplateReport].self)
        #expect(reports.count == 8)
        let byFamily = Dictionary(uniqueKeysWithValues: reports.map { ($0.family, $0) })
        #expect(byFamily["yealink"]?.source == "built-in" && byFamily["yealink"]?.fault == nil)
        #expect(byFamily["fanvil"]?.source == "/templates/fanvil.tmpl" && byFamily["fanvil"]?.fault == nil)
        #expect(byFamily["poly"]?.fault?.contains("line 1") == true)
        #expect(byFamily["audiocodes"]?.kind == "ini")
    }

    @Test func `credentials are those that the service accepts`() async throws {
        let found = try await ask(.get, "provisioning/credentials/201").value([DeviceCredentials].self)
        #expect(found.map(\.user) == ["001565abcdef", "0004f2aabbcc"])
        #expect(found.first?.password == shop.credentials.password(of: SampleDevices.roomPhone.hardwareAddress))
    }

    @Test func `a node without provisioning says how to switch it on`() async throws {
        let router = APIRouter(console: SampleReports.console(), softwareVersion: "1").router()
        let answer = try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "\(APIRouter.root)/provisioning/templates", method: .get)
        }
        try answer.expectError(.conflict, "refused", naming: "provisioning.enabled")
    }

    private func render(_ device: String, template: String? = nil) async throws -> TestResponse {
        let body = try JSONEncoder().encode(RenderRequest(device: device, template: template))
        return try await ask(.post, "provisioning/render", body: body)
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, body: Data? = nil) async throws -> TestResponse {
        let router = APIRouter(console: SampleReports.console(), provisioning: shop.desk, softwareVersion: "1").router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(
                uri: "\(APIRouter.root)/\(path)", method: method, body: body.map { ByteBuffer(bytes: $0) })
        }
    }
}
