import Foundation
import Testing
import Vocabulary

@testable import Settings

@Suite struct ExampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.folder.appendingPathComponent(path), encoding: .utf8)
    }

    private func example(_ mode: Mode, uncommented: Bool = false) throws -> LoadedSettings {
        var text = try text("examples/\(mode.rawValue).yaml")
        if uncommented { text = Self.uncommented(text) }
        let file = "/etc/comxfailover/secret"
        let secrets = [file: SettingsText.secret, file + ".previous": SettingsText.otherSecret]
        return try SettingsText.load(
            text, secretFiles: secrets.merging(["/etc/comxfailover/database-password": "p"]) { $1 })
    }

    /// The example with every commented key in force but those of `database.server`.
    private static func uncommented(_ text: String) -> String {
        let keys = SettingsKey.all.map(\.path) + SettingsKey.sections
        let names = Set(keys.compactMap { $0.split(separator: ".").last.map(String.init) })
        var isServer = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            isServer = (isServer || line.hasSuffix("# server:")) && !line.isEmpty
            if isServer { return "" }
            guard let hash = line.firstIndex(of: "#") else { return String(line) }
            let rest = line[line.index(hash, offsetBy: 1)...].drop { $0 == " " }
            let name = rest.prefix { $0 != ":" }
            guard names.contains(String(name)), rest.contains(":") else { return "" }
            return String(line[..<hash] + rest)
        }.joined(separator: "\n")
    }

    @Test func `the Primary's example is sound and says what it should`() throws {
        let settings = try example(.primary).settings
        #expect(settings.mode == .primary)
        #expect(settings.localHost == "10.10.10.1")
        #expect(settings.remoteHost == "10.20.20.2")
    }

    @Test func `the Secondary's example is sound and mirrors the Primary's`() throws {
        let settings = try example(.secondary).settings
        #expect(settings.mode == .secondary)
        #expect(settings.localHost == "10.20.20.2")
        #expect(settings.remoteHost == "10.10.10.1")
    }

    @Test(arguments: Mode.allCases)
    func `a default shown in an example is the default`(mode: Mode) throws {
        let shown = try example(mode, uncommented: true)
        let plain = try example(mode)
        let exceptions: Set = [
            "previous_secret_file", "witnesses", "database.private.extra_options", "asterisk.config_folder",
            "asterisk.log_folder", "asterisk.spool_folder", "provisioning.time_server", "wake_ups.confirm_key",
            "wake_ups.desk_extension", "alerts.webhook", "alerts.mail",
        ]
        let values = Dictionary(uniqueKeysWithValues: plain.rendering.settings.map { ($0.key, $0.value) })
        for setting in shown.rendering.settings where !exceptions.contains(setting.key) {
            #expect(setting.source == .set, "\(setting.key) is missing in the example")
            #expect(setting.value == values[setting.key], "\(setting.key)")
        }
    }

    @Test(arguments: Mode.allCases)
    func `every key stands in the examples and in the manual`(mode: Mode) throws {
        let example = try text("examples/\(mode.rawValue).yaml")
        let manual = try text("Docs/SETTINGS.md")
        for key in SettingsKey.all {
            let name = key.path.split(separator: ".").last.map(String.init) ?? ""
            let inline = ["secret", "previous_secret", "password"].contains(name)
            #expect(inline || example.contains("\(name):"), "\(key.path) is not in the example")
            #expect(manual.contains("`\(key.path)`"), "\(key.path) is not in Docs/SETTINGS.md")
        }
    }
}
