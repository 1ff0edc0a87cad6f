/// Finds in Asterisk's answers which rendering it has loaded.
package enum GenerationMarks {
    /// The console's lines that show the marks.
    package static let globalsCommand = "dialplan show globals"
    package static func recordCommand(_ generation: String) -> String {
        "pjsip show aor \(LoadExpectation.markerPrefix)\(generation)"
    }

    /// The generation of the dialplan, as the list of globals shows it.
    package static func dialplan(inGlobals lines: [String]) -> String? {
        for line in lines {
            guard let mark = line.firstRange(of: LoadExpectation.markerGlobal + "=") else { continue }
            let generation = line[mark.upperBound...].prefix { $0.isHexDigit }
            if !generation.isEmpty { return String(generation) }
        }
        return nil
    }

    /// Whether the SIP files of a generation are loaded, as the answer about its record shows it.
    package static func isLoaded(_ generation: String, inRecord lines: [String]) -> Bool {
        let name = LoadExpectation.markerPrefix + generation
        return lines.contains { $0.contains(name) && !$0.contains("Unable") }
    }
}
