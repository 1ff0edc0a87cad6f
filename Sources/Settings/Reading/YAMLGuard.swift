/// Looks over a file's text before the YAML parser does, and refuses what no settings file needs.
struct YAMLGuard {
    /// How deep brackets may nest, and how far lines may be indented.
    static let nestingMax = 16
    static let indentationMax = 64

    private var problems: [SettingsProblem] = []

    /// The first such thing of each line.
    static func problems(in text: String) -> [SettingsProblem] {
        var looker = YAMLGuard()
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if let (expected, found) = looker.fault(of: Array(line)) {
                looker.problems.append(SettingsProblem(line: index + 1, expected: expected, found: found))
            }
        }
        return looker.problems
    }

    private var nesting = 0

    private mutating func fault(of line: [Unicode.Scalar]) -> (expected: String, found: String)? {
        let indentation = line.prefix { $0 == " " || $0 == "\t" }
        let rest = line.dropFirst(indentation.count)
        guard let first = rest.first, first != "#" else { return nil }
        if indentation.contains("\t") { return ("spaces before the first word", "a tab") }
        if indentation.count > Self.indentationMax {
            return ("at most \(Self.indentationMax) spaces before the first word", "\(indentation.count)")
        }
        if rest.prefix(Self.nestingMax).allSatisfy({ "-? ".unicodeScalars.contains($0) }), rest.count >= Self.nestingMax
        {
            return ("at most one list inside another", "a deeper nesting")
        }
        return faultOfTokens(Array(rest))
    }

    /// Walks the tokens outside quotes. A quote that stays open across lines is left to the parser.
    private mutating func faultOfTokens(_ line: [Unicode.Scalar]) -> (expected: String, found: String)? {
        var quote: Unicode.Scalar?
        var startsToken = true
        for (index, scalar) in line.enumerated() {
            if let open = quote {
                if scalar == open { quote = nil }
                continue
            }
            let next = index + 1 < line.count ? line[index + 1] : " "
            switch scalar {
            case "\"" where startsToken, "'" where startsToken: quote = scalar
            case "#" where index == 0 || line[index - 1] == " " || line[index - 1] == "\t": return nil
            case "&" where startsToken && next != " ", "*" where startsToken && next != " ":
                return ("plain values", "an anchor or alias (put the text in quotes if \(scalar) belongs to it)")
            case "[", "{": nesting += 1
            case "]", "}": nesting = max(0, nesting - 1)
            default: break
            }
            if nesting > Self.nestingMax { return ("at most \(Self.nestingMax) nested brackets", "more") }
            startsToken = " [{,:-?".unicodeScalars.contains(scalar)
        }
        return nil
    }
}
