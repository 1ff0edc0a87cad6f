/// The lint of the dialplan: nothing twice, nothing empty, and every way leads somewhere.
enum DialplanLint {
    /// What leads from one context into another: the first argument is a context where there are three.
    private static let jumps = ["Goto(", "Gosub(", "?"]

    static func findings(in reading: AsteriskFileReading, others: Set<String>) -> [LintFinding] {
        let sections = reading.sections.filter { FileFamily($0.file) == .dialplan }
        let contexts = sections.filter { !FileFamily.dialplanSettings.contains($0.name) }
        let known = Set(contexts.map(\.name)).union(others)
        var steps: Set<String> = []
        var findings: [LintFinding] = []
        for context in contexts {
            if !context.options.contains(where: { ["exten", "include"].contains($0.name) }) {
                findings.append(.init(context.file, context.line, .emptyContext(context.name)))
            }
            for option in context.options {
                findings += look(option, context, known, &steps)
            }
        }
        return findings
    }

    private static func look(
        _ option: AsteriskFileReading.Option, _ context: AsteriskFileReading.Section, _ known: Set<String>,
        _ steps: inout Set<String>
    ) -> [LintFinding] {
        func finding(_ trouble: LintFinding.Trouble) -> LintFinding { .init(context.file, option.line, trouble) }
        switch option.name {
        case "include": return known.contains(option.value) ? [] : [finding(.unknownContext(option.value))]
        case "exten":
            let parts = option.value.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return [finding(.unreadable)] }
            let isNew = steps.insert("\(context.name) \(parts[0]) \(parts[1])").inserted
            let twice = isNew ? [] : [finding(.duplicateStep(context: context.name, number: String(parts[0])))]
            return twice + targets(of: parts[2]).filter { !known.contains($0) }.map { finding(.unknownContext($0)) }
        case "same":
            return targets(of: option.value[...]).filter { !known.contains($0) }.map { finding(.unknownContext($0)) }
        default: return [finding(.unknownOption(option.name, type: "a context"))]
        }
    }

    /// The contexts that a step names: `Goto(context,number,1)`, `Gosub(context,number,1(…))`, `?context,number,1)`.
    static func targets(of step: Substring) -> [String] {
        jumps.flatMap { jump in
            step.ranges(of: jump).compactMap { range in
                let words = step[range.upperBound...].split(
                    separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
                guard words.count == 3, !words[0].isEmpty, words[0].utf8.allSatisfy(isNameByte),
                    !words[0].utf8.allSatisfy({ (48...57).contains($0) }), words[2].first == "1",
                    !words[1].contains(")") || words[1].contains("$")
                else { return nil }
                return String(words[0])
            }
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
    }
}
