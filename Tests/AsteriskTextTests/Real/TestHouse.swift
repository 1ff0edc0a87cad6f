import AsteriskTestKit
import AsteriskText
import Foundation
import Testing
import Vocabulary

/// A node with rendered files, and the world that calls it and is called by it.
struct TestHouse: Sendable {
    let node: AsteriskInstance
    let world: AsteriskInstance

    /// Starts both, waits until the phones are registered, runs `body`, and takes everything away.
    static func with(
        _ change: (inout TelephonyPlan) throws -> Void = { _ in },
        seconds: [(number: String, deed: String)] = [],
        _ body: (TestHouse) async throws -> Void
    ) async throws {
        let house = TestHouse(node: try .throwaway(systemName: "node"), world: try .throwaway(systemName: "world"))
        defer {
            for instance in [house.node, house.world] {
                instance.endAtOnce()
                try? FileManager.default.removeItem(atPath: instance.folder)
            }
        }
        let carrier = try AsteriskPlace.fresh().host
        var plan = try SampleHouse.plan(.secondary)
        plan.sip.bind = try HostAddress(house.node.place.host)
        plan.sip.qualifySeconds = 2
        plan.peer?.address = try HostAddress(house.world.place.host)
        plan.trunks[0].host = try HostAddress(carrier)
        plan.guestDefaults.ringSeconds = 1
        plan.announcements = AnnouncementSettings(
            unknownNumber: "beep", unavailable: "beep", notAllowed: "beep", allBusy: "beep", notNow: "beep")
        try change(&plan)
        let files = RenderedFiles(plan)
        #expect(Lint.findings(in: files) == [])
        try house.node.lay(files)
        let world = WorldFiles(node: house.node.place, world: house.world.place, carrier: carrier, seconds: seconds)
        try house.world.write(world.sip, to: "pjsip.conf")
        try house.world.write(world.dialplan, to: "extensions.conf")
        try await house.world.start()
        try await house.node.start()
        for (number, deed) in WorldFiles.phones.map({ ($0.0, $0.2) }) + seconds.map({ ($0.number, $0.deed) }) {
            try #require(
                await house.node.shows("\(number)/sip:\(deed)\(number)", in: "pjsip show contacts"), "\(house.node.log)"
            )
        }
        for trunk in plan.trunks {
            try #require(await house.node.shows("Avail", in: "pjsip show aor trunk-\(trunk.name)"))
        }
        try #require(await house.node.shows("Avail", in: "pjsip show aor \(PeerTrunk.name)"))
        try await body(house)
    }

    /// A phone dials; how the call ended, as its own SIP stack saw it. `0000` is the peer, `1111` the carrier.
    func call(from phone: String, to number: String) async throws -> String? {
        let name = "\(phone)*\(number)"
        _ = try await world.command("database del outcome \(name)")
        try await dial(from: phone, to: number)
        guard try await world.shows("Value:", in: "database get outcome \(name)") else { return nil }
        return try await noted("outcome", name)
    }

    /// The same for a phone that sends more than a number: the tail as the user of an address spells it.
    func call(from phone: String, to number: String, tail: String) async throws -> String? {
        _ = try await world.command("database put odd tail \(tail)")
        return try await call(from: phone, to: "odd:\(number)")
    }

    /// A phone dials, and whoever dialled hangs up 3 s after an answer.
    func dial(from phone: String, to number: String) async throws {
        _ = try await world.command("channel originate Local/\(phone)*\(number)@caller/n application Wait 3")
    }

    /// What the world wrote down, or nil.
    func noted(_ family: String, _ key: String) async throws -> String? {
        try await Self.value(try await world.command("database get \(family) \(key)"))
    }

    /// Writes room state and the like, as the daemon does.
    func put(_ key: StateKey, _ value: String) async throws {
        _ = try await node.command("database put \(key.family) \(key.key) \(value)")
    }

    /// The lines of a file of the node's log, once there are so many and one holds the word.
    func lines(_ count: Int, of file: String, holding word: String) async throws -> [[UInt8]] {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(10)
        while true {
            let text = (try? String(contentsOfFile: "\(node.folder)/log/\(file)", encoding: .utf8)) ?? ""
            let lines = text.split(separator: "\n").map { Array($0.utf8) }
            if (lines.count >= count && text.contains(word)) || clock.now > end { return lines }
            try await clock.sleep(for: .milliseconds(50))
        }
    }

    /// What the peer's next calls say of themselves.
    func mark(hop: String, purpose: String, caller: String) async throws {
        for (key, value) in [("hop", hop), ("purpose", purpose), ("caller", caller)] {
            _ = try await world.command("database put marks \(key) \(value)")
        }
    }

    private static func value(_ answer: String) async throws -> String? {
        guard let start = answer.firstRange(of: "Value: ") else { return nil }
        return String(answer[start.upperBound...].prefix { $0 != "\n" })
    }
}
