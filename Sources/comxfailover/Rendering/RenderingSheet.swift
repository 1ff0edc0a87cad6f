import Ports

/// What would be written for Asterisk: a line for each file, or the lines that change, and what stands against it.
struct RenderingSheet {
    let report: RenderingReport
    /// Where the files were written for a look.
    let folder: String?
    let showsLines: Bool
    let layout: Layout

    var text: String { lines.joined(separator: "\n") }

    private var lines: [String] { (showsLines ? differences : files) + troubles + [verdict] }

    private var files: [String] {
        var table = TextTable([
            .init(heading: "FILE", shrinks: true), .init(heading: "LINES", right: true), .init(heading: "AGAINST"),
        ])
        for file in report.files {
            let count = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
            table.add([.init(name(of: file)), .init(Numbers.grouped(count)), .init(Self.words(file.state), tone(file))])
        }
        return table.lines(on: layout) + [""]
    }

    private func name(of file: RenderingReport.File) -> String { folder.map { "\($0)/\(file.name)" } ?? file.name }

    private func tone(_ file: RenderingReport.File) -> Tone { file.state == .same ? .faint : .caution }

    private static func words(_ state: RenderingReport.File.State) -> String {
        switch state {
        case .same: "the same"
        case .changed: "changed"
        case .new: "new"
        case .replaces: "another's, kept aside"
        }
    }

    private var differences: [String] {
        report.differences.flatMap { $0.lines.map { layout.paint($0.printable, Self.tone(ofLine: $0)) } + [""] }
    }

    private static func tone(ofLine line: String) -> Tone {
        if line.hasPrefix("+++") || line.hasPrefix("---") { return .strong }
        if line.hasPrefix("@@") { return .faint }
        if line.hasPrefix("+") { return .good }
        return line.hasPrefix("-") ? .bad : .plain
    }

    private var troubles: [String] {
        let leftOut = report.leftOut.flatMap { Paragraph.lines($0, lead: "left out: ", indent: 10, on: layout) }
        let findings = report.findings.flatMap {
            Paragraph.lines("Asterisk would stumble: \($0)", indent: 0, on: layout)
        }
        return leftOut.map { layout.paint($0, .caution) } + findings.map { layout.paint($0, .bad) }
    }

    private var verdict: String {
        if !report.findings.isEmpty { return layout.paint("None of this is written before it is mended.", .bad) }
        guard !report.differences.isEmpty else {
            return layout.paint("Nothing would change; this is generation \(report.generation).", .good)
        }
        let count = Numbers.count(report.differences.count, "file would change", "files would change")
        return "\(count); this is generation \(report.generation)."
    }
}
