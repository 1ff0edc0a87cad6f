import ArgumentParser
import AsteriskText
import Foundation
import Ports
import TestSupport
import Testing
import WebConsole
import Wire

@testable import comxfailover

/// The verbs of provisioning against a daemon's API on a real Unix socket.
@Suite(.timeLimit(.minutes(1))) struct ProvisionVerbTests {
    private let devices = MemoryDevices(SampleDevices.all)
    private let templates = MemoryTemplates()

    private var desk: PhoneFileDesk {
        PhoneFileDesk(
            devices: devices, templates: templates, site: SampleDevices.site,
            credentials: ProvisioningCredentials(key: Array(UInt8(0)..<32)))
    }

    @Test func `render shows whose file it is and the file`() async throws {
        let outcome = try await run("provision", "render", "00:15:65:ab:cd:ef")
        #expect(outcome.status == .ok)
        #expect(outcome.output.hasPrefix("== 001565abcdef.cfg  Yealink T31P, guest 201; servers 192.168.101.3:5060, "))
        #expect(outcome.output.contains("account.1.password = secret-of-201\n"))
        let json = try await run("provision", "render", "201", "--json").output
        #expect(try JSONDecoder().decode([RenderedFile].self, from: Data(json.utf8)).count == 2)
    }

    @Test func `render takes a template from a file and writes files for their owner alone`() async throws {
        let folder = try TemporaryFolder()
        let template = folder.path + "/mine.tmpl"
        try Data("mac = {{mac}}\n".utf8).write(to: URL(fileURLWithPath: template))
        let out = folder.path + "/out"
        let outcome = try await run("provision", "render", "201", "--template", template, "--out", out)
        #expect(outcome.status == .ok)
        #expect(outcome.output == "\(out)/001565abcdef.cfg\n\(out)/0004f2aabbcc-comxfailover.cfg\n")
        let path = out + "/001565abcdef.cfg"
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mac = 001565abcdef\n")
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect(facts[.posixPermissions] as? Int == 0o600)
    }

    @Test func `render says in one line what is wrong`() async throws {
        #expect(try await run("provision", "render", "9999").status == .data)
        #expect(try await run("provision", "render", "1002").complaints.first?.contains("Snom D785") == true)
        let missing = try await run("provision", "render", "201", "--template", "/nowhere/mine.tmpl")
        #expect(missing.status == .data)
        #expect(missing.complaints == ["there is no file /nowhere/mine.tmpl"])
    }

    @Test func `templates are listed, and a broken one is found`() async throws {
        let outcome = try await run("provision", "templates", "list")
        #expect(outcome.status == .ok)
        #expect(outcome.output.contains("grandstream-gateway  xml        grandstream-gateway.tmpl  built-in\n"))
        templates.set(.poly, "{{#guest}}")
        let broken = try await run("provision", "templates")
        #expect(broken.status == .found)
        #expect(broken.output.contains("/templates/poly.tmpl\n  -> line 1 of the template: "))
    }

    @Test func `credentials are shown for a device`() async throws {
        let outcome = try await run("provision", "credentials", "1001")
        #expect(outcome.status == .ok)
        let credentials = ProvisioningCredentials(key: Array(UInt8(0)..<32))
        #expect(outcome.output.contains(credentials.password(of: SampleDevices.deskPhone.hardwareAddress)))
        #expect(outcome.output.contains("cfg000b82112233.xml"))
    }

    @Test func `templates are exported once, and never written over unasked`() throws {
        let folder = try TemporaryFolder()
        #expect(try export(folder.path + "/t").status == .ok)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/t").sorted()
        #expect(names == PhoneFamily.allCases.map(BuiltInTemplate.fileName).sorted())
        let path = folder.path + "/t/yealink.tmpl"
        #expect(try String(contentsOfFile: path, encoding: .utf8) == BuiltInTemplate.text(of: .yealink))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let refused = try export(folder.path + "/t", "--family", "yealink")
        #expect(refused.status == .cannotCreate)
        #expect(refused.complaints.first?.contains(path) == true)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        #expect(try export(folder.path + "/t", "--family", "yealink", "--replace").status == .ok)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == BuiltInTemplate.text(of: .yealink))
    }

    private func export(_ words: String...) throws -> VerbOutcome {
        let parsed = try Comxfailover.parseAsRoot(["provision", "templates", "export"] + words)
        let verb = try #require(parsed as? ProvisionTemplatesExport)
        let paper = Paper()
        var complaints: [String] = []
        let status = verb.outcome(on: paper.screen()) { complaints.append($0) }
        return VerbOutcome(status: status, output: paper.text, complaints: complaints)
    }

    private func run(_ words: String...) async throws -> VerbOutcome {
        try await DaemonSocket.serving(SampleReports.console(), provisioning: desk) { socketPath in
            try await VerbOutcome.perform(words + ["--socket", socketPath])
        }
    }
}
