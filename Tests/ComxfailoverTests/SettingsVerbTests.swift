import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import comxfailover

/// The verbs that need no daemon.
@Suite struct SettingsVerbTests {
    let temporary: TemporaryFolder

    init() throws { temporary = try TemporaryFolder() }

    private var folder: String { temporary.path }

    @Test func `a sound settings file is called sound, and shown without its secret`() throws {
        try NodeFile.write(folder + "/node.yaml", socketPath: "/tmp/x.sock")
        let checked = try perform("config check --config \(folder)/node.yaml")
        #expect(checked.status == .ok)
        #expect(checked.output == "\(folder)/node.yaml is sound.\n")
        for form in ["", " --json"] {
            let shown = try perform("config show --config \(folder)/node.yaml\(form)")
            #expect(shown.status == .ok)
            #expect(shown.output.contains("console_socket"))
            #expect(!shown.output.contains(NodeFile.secret))
        }
    }

    @Test func `a settings file that is wrong is 78, a line for each fault`() throws {
        try Data("mode: third\nlocal_host: 192.0.2.1\nspeed: 9\n".utf8).write(
            to: URL(fileURLWithPath: folder + "/node.yaml"))
        let checked = try perform("config check --config \(folder)/node.yaml")
        #expect(checked.status == .configuration)
        #expect(checked.complaints.count >= 2)
        #expect(checked.complaints.allSatisfy { $0.hasPrefix("\(folder)/node.yaml: ") })
    }

    @Test func `a new secret goes to a new file that only its owner may read`() throws {
        let path = folder + "/secret"
        let made = try generate("secret generate --out \(path)")
        #expect(made.status == .ok)
        let secret = try String(contentsOfFile: path, encoding: .utf8)
        #expect(secret.count == 44 && secret.hasSuffix("\n"))
        #expect(!made.output.contains(secret.dropLast()))
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect(facts[.posixPermissions] as? Int == 0o600)

        let again = try generate("secret generate --out \(path)")
        #expect(again.status == .cannotCreate)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == secret)
    }

    @Test func `new secrets are printed and never the same`() throws {
        let secrets = try (0..<3).map { _ in try generate("secret generate").output }
        #expect(Set(secrets).count == 3)
        #expect(secrets.allSatisfy { $0.count == 44 && !$0.contains("=") })
    }

    private func perform(_ line: String) throws -> VerbOutcome {
        let words = line.split(separator: " ").map(String.init)
        let verb = try #require(try Comxfailover.parseAsRoot(words) as? any SettingsVerb)
        let paper = Paper()
        var complaints: [String] = []
        let status = verb.outcome(on: paper.screen(wantsJSON: verb.options.json)) { complaints.append($0) }
        return VerbOutcome(status: status, output: paper.text, complaints: complaints)
    }

    private func generate(_ line: String) throws -> VerbOutcome {
        let words = line.split(separator: " ").map(String.init)
        let verb = try #require(try Comxfailover.parseAsRoot(words) as? SecretGenerate)
        let paper = Paper()
        var complaints: [String] = []
        var source = SystemRandomNumberGenerator()
        let status = verb.outcome(on: paper.screen(), using: &source) { complaints.append($0) }
        return VerbOutcome(status: status, output: paper.text, complaints: complaints)
    }
}
