import Foundation
import NIOCore
import NIOHTTP1
import Ports
import Testing
import Vocabulary

@testable import HostSystem

@Suite(.timeLimit(.minutes(1))) struct WebhookAlertsTests {
    private func alerts(_ port: Int, limit: TimeAmount = .seconds(10)) -> WebhookAlerts {
        WebhookAlerts(address: "http://127.0.0.1:\(port)/hook?key=s3cret", softwareVersion: "1.2.3", limit: limit)
    }

    private func failure(_ alerts: WebhookAlerts) async -> String {
        let failure = await #expect(throws: AlertFailure.self) { try await alerts.tell(SampleAlert.message()) }
        return failure?.words ?? ""
    }

    @Test func `an alert arrives as JSON, with a line that receivers show`() async throws {
        let server = SmallServer([.status(.noContent)])
        try await server.serving { port in try await alerts(port).tell(SampleAlert.message()) }
        let request = try #require(server.requests.first)
        #expect(request.head.method == .POST && request.head.uri == "/hook?key=s3cret")
        #expect(request.head.headers.first(name: "Content-Type") == "application/json")
        #expect(request.head.headers.first(name: "User-Agent") == "comxfailover/1.2.3")
        let body = try JSONDecoder().decode(AlertMessage.self, from: Data(request.body.utf8))
        #expect(body == SampleAlert.message())
        #expect(request.body.contains(#""text":"ALERT Seaside, Secondary: the peer is gone""#))
        #expect(request.body.contains(#""kind":"peer""#) && request.body.contains(#""severity":"alert""#))
    }

    @Test func `those that are told together arrive each with its words, and are named in the line`() async throws {
        let server = SmallServer([.status(.ok)])
        let other = SampleAlert.other("nobody was woken in room 102", about: "room 102")
        let message = SampleAlert.message(others: [other])
        try await server.serving { port in try await alerts(port).tell(message) }
        let request = try #require(server.requests.first)
        let body = try JSONDecoder().decode(AlertMessage.self, from: Data(request.body.utf8))
        #expect(body == message && body.others.map(\.words) == ["nobody was woken in room 102"])
        let text = #""text":"ALERT Seaside, Secondary: 2 together: the peer is gone; also room 102""#
        #expect(request.body.contains(text))
    }

    @Test func `a receiver that refuses is a failure, and takes it the next time`() async throws {
        let server = SmallServer([.status(.internalServerError), .status(.ok)])
        try await server.serving { port in
            let alerts = alerts(port)
            #expect(await failure(alerts).contains("it answers 500"))
            try await alerts.tell(SampleAlert.message())
        }
        #expect(server.requests.count == 2)
    }

    @Test func `nobody follows where it leads elsewhere`() async throws {
        let other = SmallServer([.status(.ok)])
        try await other.serving { elsewhere in
            let server = SmallServer([.leads(to: "http://127.0.0.1:\(elsewhere)/")])
            try await server.serving { port in
                #expect(await failure(alerts(port)).contains("leads elsewhere (302)"))
            }
        }
        #expect(other.requests.isEmpty)
    }

    @Test func `a receiver that never answers, and one that is not there, are given up`() async throws {
        let server = SmallServer([.nothing])
        try await server.serving { port in
            let started = ContinuousClock.now
            #expect(await failure(alerts(port, limit: .seconds(1))).contains("did not answer within 1 s"))
            #expect(ContinuousClock.now - started < .seconds(20))
        }
        let nobody = await failure(alerts(9))
        #expect(!nobody.isEmpty && !nobody.contains("s3cret"))
    }
}
