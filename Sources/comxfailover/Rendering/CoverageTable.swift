import Ports

/// What the copy does not protect, each gap with its cure.
struct CoverageTable {
    let report: CoverageReport
    let layout: Layout

    var text: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        let protected = Numbers.count(report.tablesProtected, "table is protected", "tables are protected")
        guard !report.gaps.isEmpty else { return [layout.paint("\(protected); there is no gap.", .good)] }
        let gaps = Numbers.count(report.gaps.count, "gap", "gaps")
        return ["\(protected); there \(report.gaps.count == 1 ? "is" : "are") \(gaps):"] + report.gaps.flatMap(lines)
    }

    private func lines(of gap: CoverageReport.Gap) -> [String] {
        let subject = layout.paint(gap.subject.printable, .strong)
        return ["", "\(subject)  \(layout.paint(gap.kind.printable, .caution))"]
            + Paragraph.lines(gap.words, indent: 2, on: layout)
            + Paragraph.lines(gap.cure, lead: "  -> ", indent: 5, on: layout)
    }
}
