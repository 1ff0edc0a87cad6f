import AsteriskTestKit
import AsteriskText
import Testing
import Vocabulary

@Suite(.serialized) struct ColdStartTests {
    @Test(arguments: Mode.allCases)
    func `a cold start loads exactly what was rendered`(mode: Mode) async throws {
        try await AsteriskInstance.with { instance in
            try instance.lay(try Self.files(mode, at: instance.place))
        } _: { instance in
            try await Self.expect(try Self.files(mode, at: instance.place), in: instance)
        }
    }

    @Test func `on FreePBX a cold start loads what FreePBX does not write`() async throws {
        try await AsteriskInstance.with { instance in
            let files = try Self.files(.primary, at: instance.place, profile: .freePBX)
            try instance.lay(files)
            for (file, main) in [
                ("pjsip_custom_post.conf", "pjsip.conf"), ("extensions_custom.conf", "extensions.conf"),
            ] {
                let hook = try #require(files.hooks.first { $0.file == file })
                try instance.write(hook.installed(in: ""), to: file)
                try instance.append("#include \(file)\n", to: main)
            }
            let globals = "[globals]\n#include globals_custom.conf\n[ext-local]\nexten => 1,1,NoOp()\n"
            try instance.append(globals, to: "extensions.conf")
            try instance.write(files.hooks[2].installed(in: ""), to: "globals_custom.conf")
        } _: { instance in
            try await Self.expect(
                try Self.files(.primary, at: instance.place, profile: .freePBX), in: instance)
        }
    }

    @Test func `300 rooms are there after a cold start, whatever their names`() async throws {
        @Sendable func files(_ place: AsteriskPlace) throws -> RenderedFiles {
            var plan = try Self.plan(.secondary, at: place)
            plan.guests = try ExtensionRange("1001-1300").numbers.map {
                GuestExtension(number: $0, displayName: "A;[\"\n\($0)](!)")
            }
            plan.rooms = try plan.guests.map {
                Room(number: try RoomNumber($0.number.description), extensions: [$0.number])
            }
            plan.gateways = []
            return RenderedFiles(plan)
        }
        try await AsteriskInstance.with { instance in
            try instance.lay(try files(instance.place))
        } _: { instance in
            let files = try files(instance.place)
            #expect(files.expectation.endpoints == 305)
            try await Self.expect(files, in: instance)
        }
    }

    @Test func `no endpoint asks for session timers, which would cut calls that outlive a server`() async throws {
        try await AsteriskInstance.with { instance in
            try instance.lay(try Self.files(.secondary, at: instance.place))
        } _: { instance in
            let endpoints = try await instance.loaded().endpoints
            #expect(endpoints.isSuperset(of: ["1001", "2001", "gateway-floor1", "trunk-carrier", PeerTrunk.name]))
            for endpoint in endpoints {
                let lines = try await instance.command("pjsip show endpoint \(endpoint)").split(separator: "\n")
                let words = lines.map { $0.split(separator: " ").map(String.init) }
                #expect(words.contains(["timers", ":", "no"]), "\(endpoint)")
            }
        }
    }

    @Test func `a reload comes to the same as a cold start, and its marker tells`() async throws {
        @Sendable func changed(_ place: AsteriskPlace) throws -> RenderedFiles {
            var plan = try Self.plan(.secondary, at: place)
            plan.guests.append(GuestExtension(number: try ExtensionNumber("1004"), displayName: "New"))
            plan.staff.removeLast()
            plan.speedDials = []
            plan.outboundRoutes.removeLast()
            return RenderedFiles(plan)
        }
        try await AsteriskInstance.with { instance in
            try instance.lay(try Self.files(.secondary, at: instance.place))
        } _: { instance in
            let files = try changed(instance.place)
            #expect(try await !instance.command("pjsip show aors").contains(files.expectation.markerAOR))
            try instance.lay(files)
            _ = try await instance.command("module reload res_pjsip.so")
            _ = try await instance.command("module reload pbx_config.so")
            #expect(try await instance.shows(files.expectation.generation, in: "dialplan show globals"))
            #expect(try await instance.shows(files.expectation.markerAOR, in: "pjsip show aors"))
            try await Self.expect(files, in: instance)
            let reloaded = try await instance.loaded()
            await instance.stop()
            try await instance.start()
            #expect(try await instance.loaded() == reloaded)
        }
    }

    private static func expect(_ files: RenderedFiles, in instance: AsteriskInstance) async throws {
        let expected = files.expectation
        let loaded = try await instance.loaded()
        #expect(loaded.endpoints.count == expected.endpoints)
        #expect(loaded.aors.count == expected.aors)
        #expect(loaded.aors.contains(expected.markerAOR))
        #expect(Set(expected.contexts).subtracting(loaded.contexts) == [])
        let globals = try await instance.command("dialplan show globals")
        #expect(globals.contains("\(LoadExpectation.markerGlobal)=\(expected.generation)"))
    }

    private static func plan(
        _ mode: Mode, at place: AsteriskPlace, profile: AsteriskProfile = .plain
    ) throws -> TelephonyPlan {
        var plan = try SampleHouse.plan(mode, profile: profile)
        plan.sip.bind = try HostAddress(place.host)
        return plan
    }

    private static func files(
        _ mode: Mode, at place: AsteriskPlace, profile: AsteriskProfile = .plain
    ) throws -> RenderedFiles {
        RenderedFiles(try plan(mode, at: place, profile: profile))
    }
}
