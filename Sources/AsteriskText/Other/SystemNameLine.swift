import Vocabulary

/// The one line that belongs into `asterisk.conf`, a file that is never rendered: it holds the host's own folders.
///
/// Without a name of the system both nodes give their calls the same ids. Asterisk reads it only when it starts.
package enum SystemNameLine {
    /// `asterisk.conf` with the name in its options, and nothing else changed.
    package static func set(_ name: TelephonyName, in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = "systemname = \(name)"
        guard let options = lines.firstIndex(where: { $0.hasPrefix("[options]") }) else {
            return text + (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + "[options]\n\(line)\n"
        }
        let next = lines[(options + 1)...].firstIndex { $0.hasPrefix("[") } ?? lines.endIndex
        let old = lines[options..<next].firstIndex { line in
            let word = line.prefix { $0 != "=" && $0 != ";" }
            return word.filter { $0 != " " } == "systemname"
        }
        if let old { lines[old] = line } else { lines.insert(line, at: options + 1) }
        return lines.joined(separator: "\n")
    }
}
