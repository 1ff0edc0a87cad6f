import ArgumentParser
import Foundation
import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import WebConsole

@testable import comxfailover

/// The verbs of the telephony configuration against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct TelephonyVerbTests {
    let telephony = MemoryTelephonyConsole()

    @Test func `extensions are added, listed, changed and removed`() async throws {
        let added = try await run(["extensions", "add", "201", "--name", "Anna; \"A\" 🛎", "--voicemail", "yes"])
        #expect(
            added.output == """
                The extension 201 is added.
                1 password was drawn; see: comxfailover extensions list --reveal

                """)
        let guests = try await run([
            "extensions", "add", "1001-1003", "--party", "guest", "--name", "Room {}", "--room", "{}",
        ])
        #expect(guests.output.hasPrefix("3 extensions are added.\n3 rooms are new and were added.\n"))
        #expect(try await run(["extensions", "edit", "201", "--class", "4"]).status == .ok)
        #expect(
            try await run(["extensions", "remove", "1002-1003"]).output == "2 extensions are removed.\n")
        let list = try await run(["extensions"])
        #expect(list.output.contains("Anna; \"A\" 🛎") && list.output.contains("(hidden)"))
        #expect(try await run(["extensions", "list", "--reveal"]).output.contains("drawn-secret-1"))
        let json = try await run(["extensions", "list", "--json"]).output
        let entries = try JSONDecoder().decode([ExtensionEntry].self, from: Data(json.utf8))
        #expect(entries.map(\.number) == ["201", "1001"])
    }

    @Test func `what is wrong is one line, and the number tells what kind of wrong`() async throws {
        let wrong = try await run(["extensions", "add", "201", "--name", "two\nlines"])
        #expect(wrong.status == .usage)
        #expect(wrong.complaints.count == 1 && wrong.complaints[0].hasPrefix("201: name: "))
        let missing = try await run(["extensions", "remove", "999"])
        #expect(missing.status == .data && missing.complaints.count == 1)
        telephony.store.withState { $0.owner = .secondary }
        let away = try await run(["rooms", "add", "101"])
        #expect(away.status == .temporary)
        #expect(away.complaints[0].contains("run the same command there: comxfailover rooms add"))
        telephony.store.withState { $0.answers = false }
        #expect(try await run(["trunks"]).status == .unavailable)
    }

    @Test func `a file is imported, or every bad line of it is told`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/phones.csv"
        try Data("number,name\n201,Anna\n20x,Bert\n202,\(String(repeating: "x", count: 90))\n".utf8)
            .write(to: URL(fileURLWithPath: path))
        let refused = try await run(["extensions", "import", path])
        #expect(refused.status == .usage)
        #expect(refused.complaints.map { String($0.prefix(7)) } == ["line 3:", "line 4:"])
        try Data("number,name\n201,Anna\n202,Bert\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await run(["extensions", "import", path]).output.hasPrefix("2 extensions are added."))
        #expect(try await run(["extensions", "import", path]).status == .usage)
        #expect(try await run(["extensions", "import", path, "--update"]).status == .ok)
        #expect(try await run(["extensions", "import", folder.path + "/none.csv"]).status == .data)
        try Data("name;host;secret\ncity;192.0.2.9;\"a;b\"\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await run(["trunks", "import", path]).complaints[0].contains("line 2: city: secret"))
        try Data("name;host\ncity;192.0.2.9\nfar;sip.example.com\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await run(["trunks", "import", path]).output == "2 trunks are added.\n")
        try Data("name;numbers;trunks\nout;\"0Z.,00.\";\"city,far\"\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try await run(["routes", "import", path]).status == .ok)
        #expect(try await run(["routes"]).output.contains("city, far"))
        try Data([0x6e, 0xff, 0x0a]).write(to: URL(fileURLWithPath: path))
        #expect(try await run(["extensions", "import", path]).complaints[0].contains("not UTF-8"))
    }

    @Test func `every other kind has its verbs and its sheet`() async throws {
        let lines = [
            ["extensions", "add", "201", "202"],
            ["extensions", "add", "1101-1102", "--party", "guest", "--line", "analog"],
            ["rooms", "add", "101", "--floor", "1", "--extensions", "1101"],
            ["gateways", "add", "attic", "--address", "192.0.2.4", "--lines", "1-2=1101-1102"],
            ["ring-groups", "add", "600", "--name", "Desk", "--members", "201,202"],
            ["telephony-settings", "edit", "--desk", "600"],
            ["classes", "add", "6", "--name", "Conference", "--may-call", "rooms,local", "--call-minutes", "90"],
            ["speed-dials", "add", "*501", "--number", "9004930123", "--label", "Taxi"],
            ["personal-settings", "edit", "201", "--forward-busy", "202", "--voicemail-pin", "4711", "--dnd", "yes"],
            ["trunks", "add", "city", "--host", "sip.example.com"],
            ["routes", "add", "abroad", "--numbers", "00.", "--trunks", "city", "--permission", "international"],
            ["routes", "add", "reception", "--direction", "inbound", "--destination", "600"],
            ["sip-settings", "edit", "--port", "5070", "--external-address", ""],
        ]
        for line in lines {
            let outcome = try await run(line)
            #expect(outcome.status == .ok, "\(line): \(outcome.complaints)")
        }
        #expect(try await run(["gateways"]).output.contains("1-2=1101-1102"))
        #expect(try await run(["ring-groups"]).output.contains("201, 202"))
        #expect(try await run(["rooms"]).output.contains("1101"))
        #expect(try await run(["telephony-settings"]).output.contains("desk                     600"))
        #expect(try await run(["sip-settings"]).output.contains("port              5070"))
        #expect(try await run(["trunks"]).output.contains("sip.example.com"))
        #expect(try await run(["classes"]).output.contains("6  Conference     rooms, local"))
        #expect(try await run(["speed-dials"]).output.contains("*501  Taxi   9004930123  no"))
        let personal = try await run(["personal-settings"]).output
        #expect(personal.contains("201        -       202") && personal.contains("(hidden)"))
        #expect(
            try await run(["personal-settings", "remove", "201"]).output
                == "The personal settings of 201 are removed.\n")
        #expect(try await run(["classes", "remove", "6"]).output == "The class of service 6 is removed.\n")
        #expect(try await run(["speed-dials", "remove", "*501"]).status == .ok)
        let routes = try await run(["routes", "list"]).output.split(separator: "\n")
        #expect(routes.count == 3 && routes[1].hasPrefix("inbound") && routes[2].hasPrefix("outbound"))
        #expect(try await run(["routes", "remove", "abroad"]).output == "The route abroad is removed.\n")
    }

    @Test func `an edit names at least one field`() {
        #expect(throws: (any Error).self) { try Comxfailover.parseAsRoot(["extensions", "edit", "201"]) }
        #expect(throws: (any Error).self) { try Comxfailover.parseAsRoot(["extensions", "add"]) }
    }

    private func run(_ words: [String]) async throws -> VerbOutcome {
        try await DaemonSocket.serving(SampleReports.console(), telephony: telephony) { socketPath in
            try await VerbOutcome.perform(words + ["--socket", socketPath])
        }
    }
}
