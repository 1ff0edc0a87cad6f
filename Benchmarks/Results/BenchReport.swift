import Foundation

/// All numbers of a run, with the machine that made them.
struct BenchReport: Codable, Sendable {
    let machine: MachineFacts
    let measurements: [Measurement]

    func jsonText() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// For a terminal.
    var text: String {
        let blocks = measurements.map { line in
            var lines = ["\(line.name): \(line.ours.short) \(line.unit)"]
            if let rival = line.rival {
                lines.append("    \(rival.name): \(rival.value.short) \(line.unit); \(rival.comparison)")
            }
            if let target = line.target {
                lines.append("    target \(target.words): \(target.isMet ? "met" : "MISSED")")
            }
            if !line.note.isEmpty { lines.append("    \(line.note)") }
            return lines.joined(separator: "\n")
        }
        return ([machine.sentence] + blocks).joined(separator: "\n\n")
    }

    /// For a page.
    var markdown: String {
        let head = """
            \(machine.sentence)

            | what | ours | beside it | comparison | target | |
            |---|---:|---:|---|---|---|
            """
        let rows = measurements.map { line in
            let rival = line.rival.map { "\($0.value.short) \(line.unit) (\($0.name))" } ?? ""
            let verdict = line.target.map { $0.isMet ? "met" : "**missed**" } ?? ""
            return "| \(line.name) | \(line.ours.short) \(line.unit) | \(rival) | \(line.rival?.comparison ?? "") "
                + "| \(line.target?.words ?? "") | \(verdict) |"
        }
        let notes = measurements.filter { !$0.note.isEmpty }.map { "- \($0.name): \($0.note)" }
        return ([head] + rows + [""] + notes).joined(separator: "\n") + "\n"
    }
}
