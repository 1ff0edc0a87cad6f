import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

/// What a caller gets who asks for the wrong thing, or at the wrong time.
@Suite struct RouterErrorTests {
    let console = SampleReports.console()

    @Test(arguments: ["enable", "disable", "retry", "repair"])
    func `a verb on an item that is not there answers 404`(verb: String) async throws {
        try await ask(.post, "items/minibar/\(verb)").expectError(.notFound, "not-found", naming: "minibar")
    }

    @Test func `removing or comparing an item that is not there answers 404`() async throws {
        try await ask(.delete, "items/minibar").expectError(.notFound, "not-found", naming: "minibar")
        try await ask(.post, "compare?item=minibar").expectError(.notFound, "not-found", naming: "minibar")
    }

    @Test func `a ledger entry that is not there answers 404`() async throws {
        try await ask(.post, "conflicts/99/restore").expectError(.notFound, "not-found", naming: "99")
    }

    @Test(arguments: [
        ("items/Mini%20bar/enable", "not an item name"),
        ("items/extensions/repair?from=cloud", "primary or secondary"),
        ("compare?item=UPPER", "not an item name"),
        ("conflicts/seventeen/restore", "not the number"),
    ])
    func `a request that makes no sense answers 400 and says why`(path: String, words: String) async throws {
        try await ask(.post, path).expectError(.badRequest, "invalid", naming: words)
    }

    @Test(arguments: ["explain?limit=0", "explain?limit=1001", "explain?limit=many", "conflicts?open=perhaps"])
    func `a query that makes no sense answers 400`(path: String) async throws {
        try await ask(.get, path).expectError(.badRequest, "invalid", naming: "not `")
    }

    @Test(arguments: [
        ("{", "wrong"), ("", "wrong"), (#"{"rule":"guest","tables":[],"afterChange":[]}"#, "`name` is missing"),
        (#"{"name":"x y","rule":"guest","tables":[],"afterChange":[]}"#, "name: not an item name"),
        (#"{"name":"x","rule":"whoever","tables":[],"afterChange":[]}"#, "rule: not an item rule"),
    ])
    func `a body that is no item answers 400 and names the key`(body: String, words: String) async throws {
        try await ask(.post, "items", body: Data(body.utf8)).expectError(.badRequest, "invalid", naming: words)
    }

    @Test(arguments: [("", "t"), ("s", ""), ("a.b", "t"), ("s", "t\0"), ("s", String(repeating: "x", count: 65))])
    func `a table name that MariaDB could not have is refused`(schema: String, name: String) async throws {
        let table = NewItem.Table(table: TableName(schema: schema, name: name), keyColumns: [])
        let item = NewItem(name: SampleReports.bookings, rule: .appendOnly, tables: [table], afterChange: [])
        let answer = try await ask(.post, "items", body: JSONEncoder().encode(item))
        try answer.expectError(.badRequest, "invalid", naming: "is not a table name")
    }

    @Test func `a body at the limit is read and one byte more is refused`() async throws {
        let largest = Data(repeating: UInt8(ascii: " "), count: APILimits.bodySizeMax)
        try await ask(.post, "items", body: largest).expectError(.badRequest, "invalid", naming: "wrong")
        let larger = largest + Data(" ".utf8)
        try await ask(.post, "items", body: larger).expectError(.contentTooLarge, "too-large", naming: "65536")
    }

    @Test func `an action that the node refuses answers 409`() async throws {
        let answer = try await ask(.post, "items/call-records/repair")
        try answer.expectError(.conflict, "refused", naming: "items enable call-records")
    }

    @Test func `a peer that is away answers 503`() async throws {
        console.withState { $0.peerAnswers = false }
        try await ask(.post, "compare").expectError(.serviceUnavailable, "unavailable", naming: "peer")
        try await ask(.post, "items/bookings/repair").expectError(.serviceUnavailable, "unavailable", naming: "peer")
    }

    @Test(arguments: ["coverage", "conflicts"])
    func `a database that is away answers 503`(path: String) async throws {
        console.withState { $0.databaseAnswers = false }
        try await ask(.get, path).expectError(.serviceUnavailable, "unavailable", naming: "database")
    }

    @Test(arguments: ["", "nothing", "items/extensions", "items/extensions/explode", "status/more"])
    func `an unknown route answers 404 in JSON with the version`(path: String) async throws {
        let answer = try await ask(.get, path)
        try answer.expectError(.notFound, "not-found", naming: "no route GET /api/v1/\(path)")
        #expect(answer.headers[.softwareVersion] == "9.8.7")
    }

    @Test func `a known route with another method answers 404`() async throws {
        try await ask(.post, "status").expectError(.notFound, "not-found", naming: "no route POST /api/v1/status")
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, body: Data? = nil) async throws -> TestResponse {
        try await RouterClient(console: console).ask(method, path, body: body)
    }
}
