import AsteriskTestKit
import AsteriskText
import Foundation

extension AsteriskInstance {
    /// Writes rendered files over what is there, as whoever writes them for a hotel does.
    func lay(_ files: RenderedFiles) throws {
        let folders = [configuration + "/comxfailover", folder + "/log/cdr-custom", folder + "/log/cel-custom"]
        for path in folders { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        for (name, text) in files.texts { try write(text, to: name) }
    }

    /// What is loaded of SIP and of the dialplan.
    func loaded() async throws -> LoadedFacts {
        LoadedFacts(
            endpoints: try await names(after: "Endpoint:", in: "pjsip show endpoints"),
            aors: try await names(after: "Aor:", in: "pjsip show aors"),
            dialplan: try await command("dialplan show").split(separator: "\n").map(String.init)
                .filter { $0.contains("[pbx_config]") || $0.contains("'pbx_config'") })
    }

    /// Waits until a line of the console shows a text; false where it never does.
    func shows(_ text: String, in line: String) async throws -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(30)
        while clock.now < end {
            if try await command(line).contains(text) { return true }
            try await clock.sleep(for: .milliseconds(100))
        }
        return false
    }

    private func names(after word: String, in line: String) async throws -> Set<String> {
        let rows = try await command(line).split(separator: "\n").filter { $0.hasPrefix(" ") && !$0.contains("<") }
        return Set(
            rows.compactMap { row in
                let words = row.split(separator: " ")
                guard words.first.map(String.init) == word, words.count > 1 else { return nil }
                return words[1].split(separator: "/").first.map(String.init)
            })
    }
}
