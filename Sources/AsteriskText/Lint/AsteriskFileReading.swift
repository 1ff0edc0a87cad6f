/// Asterisk's files taken apart as Asterisk would: sections with their templates and options, line by line.
struct AsteriskFileReading {
    struct Option {
        let line: Int
        let name: String
        let value: String
    }

    struct Section {
        let file: String
        let line: Int
        let name: String
        let isTemplate: Bool
        /// Whether it goes on with a section that stands elsewhere.
        let isAddition: Bool
        let parents: [String]
        var options: [Option] = []
    }

    struct Inclusion {
        let file: String
        let line: Int
        /// `include` or `tryinclude`.
        let directive: String
        let target: String
    }

    private(set) var sections: [Section] = []
    private(set) var inclusions: [Inclusion] = []
    /// Lines that are none of what a file may hold.
    private(set) var faults: [LintFinding] = []

    init(texts: [String: String]) {
        for file in texts.keys.sorted() { read(file, texts[file] ?? "") }
    }

    /// Names of objects of a kind, templates followed.
    func objects(_ type: String) -> [String] {
        sections.filter { !$0.isTemplate && !$0.isAddition && self.type(of: $0) == type }.map(\.name)
    }

    /// Names of the dialplan's contexts, each once, in their order.
    var contexts: [String] {
        var seen: Set<String> = []
        return sections.filter { FileFamily($0.file) == .dialplan && !FileFamily.dialplanSettings.contains($0.name) }
            .map(\.name).filter { seen.insert($0).inserted }
    }

    /// The `type` of a section or of the template it takes over.
    func type(of section: Section) -> String? {
        if let own = section.options.last(where: { $0.name == "type" }) { return own.value }
        for parent in section.parents.reversed() {
            let template = sections.last { $0.file == section.file && $0.name == parent && $0.isTemplate }
            if let type = template.flatMap({ $0.options.last { $0.name == "type" } }) { return type.value }
        }
        return nil
    }

    private mutating func read(_ file: String, _ text: String) {
        var isInSection = false
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Self.trimmed(Self.withoutComment(raw))
            guard !line.isEmpty else { continue }
            if line.utf8.count > Lint.lineLengthMax { faults.append(.init(file, index + 1, .lineTooLong)) }
            if line.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
                faults.append(.init(file, index + 1, .controlCharacter))
            }
            switch line.first {
            case "[": isInSection = begin(file, index + 1, line)
            case "#": directive(file, index + 1, line)
            default: option(file, index + 1, line, isInSection || FileFamily(file) == .globals)
            }
        }
    }

    private mutating func begin(_ file: String, _ number: Int, _ line: Substring) -> Bool {
        guard let end = line.firstIndex(of: "]"), line.index(after: line.startIndex) < end else {
            faults.append(.init(file, number, .unclosedBracket))
            return false
        }
        let name = String(line[line.index(after: line.startIndex)..<end])
        let rest = Self.trimmed(line[line.index(after: end)...])
        guard rest.isEmpty || (rest.first == "(" && rest.last == ")") else {
            faults.append(.init(file, number, .unclosedBracket))
            return false
        }
        let marks = rest.dropFirst().dropLast().split(separator: ",").map { String(Self.trimmed($0)) }
        sections.append(
            Section(
                file: file, line: number, name: name, isTemplate: marks.contains("!"), isAddition: marks.contains("+"),
                parents: marks.filter { $0 != "!" && $0 != "+" }))
        return true
    }

    private mutating func directive(_ file: String, _ number: Int, _ line: Substring) {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0] == "include" || parts[0] == "tryinclude" else {
            faults.append(.init(file, number, .unreadable))
            return
        }
        let target = parts[1].filter { $0 != "\"" && $0 != "<" && $0 != ">" && $0 != " " }
        inclusions.append(Inclusion(file: file, line: number, directive: String(parts[0]), target: target))
    }

    private mutating func option(_ file: String, _ number: Int, _ line: Substring, _ isInSection: Bool) {
        guard let equals = line.firstIndex(of: "="), isInSection else {
            faults.append(.init(file, number, .unreadable))
            return
        }
        var value = line[line.index(after: equals)...]
        if value.first == ">" { value = value.dropFirst() }
        guard sections.last?.file == file else { return }
        sections[sections.count - 1].options.append(
            Option(
                line: number, name: String(Self.trimmed(line[..<equals])), value: String(Self.trimmed(value))))
    }

    /// The line up to the first semicolon that no backslash stands before.
    private static func withoutComment(_ line: Substring) -> Substring {
        var isEscaped = false
        for index in line.indices {
            if line[index] == ";" && !isEscaped { return line[..<index] }
            isEscaped = line[index] == "\\"
        }
        return line
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
        return text
    }
}
