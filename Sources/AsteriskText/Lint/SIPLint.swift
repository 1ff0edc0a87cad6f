/// The lint of SIP objects and of the other files made of options.
enum SIPLint {
    static func findings(in reading: AsteriskFileReading, _ files: RenderedFiles) -> [LintFinding] {
        let templates = Set(reading.sections.filter(\.isTemplate).map(\.name))
        var seen: [String: Int] = [:]
        var findings: [LintFinding] = []
        for section in reading.sections where FileFamily(section.file) != .dialplan {
            findings += section.parents.filter { !templates.contains($0) }.map {
                LintFinding(section.file, section.line, .unknownTemplate($0))
            }
            findings += options(section, reading)
            guard FileFamily(section.file) == .sip, !section.isTemplate, !section.isAddition,
                let type = reading.type(of: section)
            else { continue }
            if let first = seen.updateValue(section.line, forKey: "\(type) \(section.name)") {
                let trouble = LintFinding.Trouble.duplicateObject(name: section.name, type: type, firstLine: first)
                findings.append(LintFinding(section.file, section.line, trouble))
            }
        }
        return findings
    }

    private static func options(
        _ section: AsteriskFileReading.Section, _ reading: AsteriskFileReading
    ) -> [LintFinding] {
        let kind: String
        switch FileFamily(section.file) {
        case .sip:
            kind = section.isAddition ? section.name : reading.type(of: section) ?? ""
            guard KnownOptions.sip[kind] != nil else {
                return [LintFinding(section.file, section.line, .unknownType(section.name))]
            }
        case .system: kind = section.file
        case .records: kind = "\(section.file) \(section.name)"
        case .voicemail: kind = "voicemail.conf \(section.name)"
        case .dialplan, .globals, .other: return []
        }
        guard let known = KnownOptions.sip[kind] ?? KnownOptions.others[kind] else { return [] }
        var names: Set<String> = []
        return section.options.flatMap { option in
            var findings: [LintFinding] = []
            if !known.contains(option.name) {
                findings.append(.init(section.file, option.line, .unknownOption(option.name, type: kind)))
            }
            if !names.insert(option.name).inserted && !KnownOptions.repeatable.contains(option.name) {
                findings.append(.init(section.file, option.line, .duplicateOption(option.name)))
            }
            return findings
        }
    }
}
