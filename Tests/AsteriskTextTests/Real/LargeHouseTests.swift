import AsteriskTestKit
import AsteriskText
import Foundation
import Testing
import Vocabulary

/// A house of two thousand extensions.
@Suite(.serialized) struct LargeHouseTests {
    @Test func `a reload of 2,000 endpoints cuts no call`() async throws {
        var former: TelephonyPlan?
        try await TestHouse.with(
            { plan in
                plan.guestDefaults.ringSeconds = 20
                plan.guests += try ExtensionRange("4000-5999").numbers.map {
                    GuestExtension(number: $0, displayName: "Guest")
                }
                former = plan
            }, seconds: [(number: "1003", deed: "stays")]
        ) { house in
            _ = try await house.world.command(
                "channel originate Local/2001*1003@caller/n application Wait 120")
            let before = try await Self.call(at: house.node)
            var plan = try #require(former)
            for index in plan.guests.indices { plan.guests[index].displayName = "Somebody else" }
            let files = RenderedFiles(plan)
            #expect(files.expectation.endpoints > 2_000)
            try house.node.lay(files)
            let clock = ContinuousClock()
            let start = clock.now
            _ = try await house.node.command("module reload res_pjsip.so")
            _ = try await house.node.command("module reload pbx_config.so")
            #expect(try await house.node.shows(files.expectation.markerAOR, in: "pjsip show aors"))
            #expect(try await house.node.shows(files.expectation.generation, in: "dialplan show globals"))
            Self.note("\(files.expectation.endpoints) endpoints are read anew, a call is up", clock.now - start)
            #expect(try await house.node.loaded().endpoints.count == files.expectation.endpoints)
            let next = clock.now
            #expect(try await house.call(from: "1001", to: "2001") == "ANSWER 16")
            Self.note("the next call, from its first word to its end", clock.now - next)
            #expect(try await Self.legs(house.node).isSuperset(of: before))
        }
    }

    /// The two legs of a call, once it is up.
    private static func call(at node: AsteriskInstance) async throws -> Set<String> {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(30)
        var seen: Set<String> = []
        while seen.count < 2, clock.now < end {
            seen = try await legs(node)
            try await clock.sleep(for: .milliseconds(50))
        }
        try #require(seen.count == 2, "\(seen)")
        return seen
    }

    /// The legs of phones that are up.
    private static func legs(_ node: AsteriskInstance) async throws -> Set<String> {
        let lines = try await node.command("core show channels concise").split(separator: "\n")
        return Set(
            lines.compactMap { line in
                let parts = line.split(separator: "!", omittingEmptySubsequences: false)
                return parts.count > 4 && parts[4] == "Up" && line.hasPrefix("PJSIP/") ? String(parts[0]) : nil
            })
    }

    /// A number for whoever reads along; the test does not pass or fail by it.
    private static func note(_ what: String, _ period: Duration) {
        FileHandle.standardError.write(Data("measured: \(what): \(period)\n".utf8))
    }
}
