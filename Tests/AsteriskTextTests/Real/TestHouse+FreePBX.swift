import AsteriskTestKit
import AsteriskText
import Foundation
import Testing
import Vocabulary

extension TestHouse {
    /// The same with a node whose files are FreePBX's, and our lines in its hooks. Extension 2003 has no phone here.
    static func withFreePBX(_ body: (TestHouse) async throws -> Void) async throws {
        let house = TestHouse(node: try .throwaway(systemName: "node"), world: try .throwaway(systemName: "world"))
        defer {
            for instance in [house.node, house.world] {
                instance.endAtOnce()
                try? FileManager.default.removeItem(atPath: instance.folder)
            }
        }
        let carrier = try AsteriskPlace.fresh().host
        var plan = try SampleHouse.plan(.secondary, profile: .freePBX)
        plan.peer?.address = try HostAddress(house.world.place.host)
        plan.staff.append(
            StaffExtension(
                number: try ExtensionNumber("2003"), displayName: "Away", secret: try SIPSecret("nobody-here"),
                classOfService: 1))
        let files = RenderedFiles(plan)
        #expect(Lint.findings(in: files) == [])
        try house.node.lay(files)
        let theirs = FreePBXFiles(node: house.node, carrier: carrier).texts
        for (name, text) in theirs { try house.node.write(text, to: name) }
        for (name, text) in files.texts(over: theirs) { try house.node.write(text, to: name) }
        let world = WorldFiles(node: house.node.place, world: house.world.place, carrier: carrier)
        try house.world.write(world.sip, to: "pjsip.conf")
        try house.world.write(world.dialplan, to: "extensions.conf")
        try await house.world.start()
        try await house.node.start()
        try #require(await house.node.shows(files.expectation.markerAOR, in: "pjsip show aors"), "\(house.node.log)")
        try #require(
            await house.node.shows(
                "COMXFAILOVER_GENERATION=\(files.expectation.generation)", in: "dialplan show globals")
        )
        for (number, _, deed) in WorldFiles.phones {
            try #require(await house.node.shows("\(number)/sip:\(deed)\(number)", in: "pjsip show contacts"))
        }
        try #require(await house.node.shows("Avail", in: "pjsip show aor \(PeerTrunk.name)"))
        try await body(house)
    }
}
