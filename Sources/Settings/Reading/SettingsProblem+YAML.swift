import Yams

extension SettingsProblem {
    /// What the YAML parser said, on one line.
    init(yamlError error: any Error, text: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, expected: "sound YAML", found: "this: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.sorted().first ?? ""
            let line = Self.lastLine(of: key, in: text, from: context.mark.line)
            self.init(line: line, expected: "each key once", found: "\(Quoted.short(key)) twice")
        case .reader(let problem, _, _, _):
            self.init(expected: "sound YAML", found: "this: \(problem)")
        default:
            self.init(expected: "sound YAML", found: "something the parser cannot read")
        }
    }

    /// The line of the second use of a key, or that of its section where it cannot be told.
    private static func lastLine(of key: String, in text: String, from line: Int) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let uses = lines.indices.filter { index in
            index + 1 >= line && lines[index].drop { $0 == " " }.hasPrefix(key + ":")
        }
        return uses.count == 2 ? uses[1] + 1 : line
    }
}
