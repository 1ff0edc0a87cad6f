import Foundation
import HotelLogic
import Hummingbird
import HummingbirdTesting
import NIOCore
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

/// The routes of the telephony configuration against a node in memory.
@Suite struct TelephonyRouteTests {
    let telephony = MemoryTelephonyConsole()

    @Test func `extensions are added, listed, changed and removed`() async throws {
        let added = try await ask(.post, "extensions", EntryChange(keys: ["201-203"], fields: ["name": "Desk {}"]))
        #expect(added.status == .created)
        #expect(try added.value(TelephonyReceipt.self).keys == ["201", "202", "203"])
        _ = try await ask(.patch, "extensions/201,202", EntryChange(fields: ["class": "4"]))
        #expect(try await ask(.delete, "extensions/203").value(TelephonyReceipt.self).action == .remove)
        let list = try await ask(.get, "extensions").value([ExtensionEntry].self)
        #expect(list.map(\.name) == ["Desk 201", "Desk 202"])
        #expect(list.map(\.classOfService) == [4, 4])
    }

    @Test func `passwords are hidden unless they are asked for`() async throws {
        _ = try await ask(.post, "extensions", EntryChange(keys: ["201"], fields: ["secret": "open-sesame"]))
        let hidden = try await ask(.get, "extensions")
        #expect(!String(buffer: hidden.body).contains("open-sesame"))
        let shown = try await ask(.get, "extensions?reveal=true").value([ExtensionEntry].self)
        #expect(shown.map(\.secret) == ["open-sesame"])
    }

    @Test func `every kind has its routes`() async throws {
        for kind in TelephonyKind.allCases {
            #expect(try await ask(.get, kind.rawValue).status == .ok, "\(kind)")
        }
        let settings = try await ask(.patch, "sip-settings", EntryChange(fields: ["port": "5070"]))
        #expect(settings.status == .ok)
        #expect(try await ask(.get, "sip-settings").value(SIPSettingsEntry.self).port == 5070)
        try await ask(.post, "trunks", EntryChange(keys: ["a;b"], fields: ["host": "a.example"]))
            .expectError(.badRequest, "invalid", naming: "is not a name")
    }

    @Test func `an import tells every bad line and does nothing`() async throws {
        let bad = EntryImport(text: "number,class\n201,3\n2x,3\n202,red\n", update: nil)
        let refused = try await ask(.post, "extensions/import", bad)
        try refused.expectError(.badRequest, "invalid", naming: "line 3: ")
        try refused.expectError(.badRequest, "invalid", naming: "\nline 4: 202: class: ")
        #expect(try await ask(.get, "extensions").value([ExtensionEntry].self).isEmpty)
    }

    @Test func `a file larger than other bodies is imported`() async throws {
        let name = String(repeating: "n", count: 70)
        let text = "number,name\n" + (2_000..<4_000).map { "\($0),\(name)\n" }.joined()
        #expect(text.utf8.count > APILimits.bodySizeMax)
        let answer = try await ask(.post, "extensions/import", EntryImport(text: text, update: false))
        #expect(answer.status == .created)
        #expect(try answer.value(TelephonyReceipt.self).keys.count == 2_000)
    }

    @Test func `what does not exist is not found, and the other node's is refused with the way`() async throws {
        try await ask(.delete, "extensions/999").expectError(.notFound, "not-found", naming: "extensions list")
        telephony.store.withState { $0.isBeingGivenBack = true }
        try await ask(.post, "extensions", EntryChange(keys: ["201"], fields: [:]))
            .expectError(.conflict, "refused", naming: "cannot be changed yet: the configuration is being given back")
        telephony.store.withState { $0.owner = .secondary }
        try await ask(.post, "extensions", EntryChange(keys: ["201"], fields: [:]))
            .expectError(.conflict, "refused", naming: "written on the Secondary")
        let trunk = EntryChange(keys: ["city"], fields: ["host": "sip.example.com"])
        #expect(try await ask(.post, "trunks", trunk).status == .created)
        telephony.store.withState { $0.answers = false }
        try await ask(.get, "trunks").expectError(.serviceUnavailable, "unavailable", naming: "database")
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String) async throws -> TestResponse {
        try await send(method, path, nil)
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, _ body: some Encodable) async throws -> TestResponse
    {
        try await send(method, path, try JSONEncoder().encode(body))
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ body: Data?) async throws -> TestResponse {
        let router = APIRouter(
            console: SampleReports.console(), telephony: telephony, softwareVersion: "9.8.7"
        ).router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(
                uri: "\(APIRouter.root)/\(path)", method: method, body: body.map { ByteBuffer(bytes: $0) })
        }
    }
}
