import Ports
import Vocabulary

/// Which service runs where, one a paragraph: the reasons are sentences and are not cut.
struct ServicesTable {
    let report: ServicesReport
    let layout: Layout

    private static let placeWidth = 9
    private static let gap = "  "

    var text: String { (head + [""] + scopes).joined(separator: "\n") }

    private var head: [String] {
        let headings = [
            "SERVICE".padded(to: titleWidth), "NOW".padded(to: Self.placeWidth), "SHOULD".padded(to: Self.placeWidth),
            "WHY",
        ]
        return [layout.paint(headings.joined(separator: Self.gap), .faint)] + report.lines.flatMap(lines)
    }

    private func lines(of line: ServicesReport.Line) -> [String] {
        let lead = [
            line.title.printable.padded(to: titleWidth),
            layout.paint(Self.name(line.now).padded(to: Self.placeWidth), tone(of: line)),
            Self.name(line.should).padded(to: Self.placeWidth),
        ].joined(separator: Self.gap)
        let indent = titleWidth + 2 * Self.placeWidth + 3 * Self.gap.count
        let why = Paragraph.lines(line.why, indent: indent, on: layout)
        return ([lead + Self.gap + why[0].dropFirst(indent)] + why.dropFirst()).map(\.withoutTrailingBlanks)
    }

    private func tone(of line: ServicesReport.Line) -> Tone {
        if line.now == line.should { return .plain }
        return line.now == "nobody" ? .bad : .caution
    }

    private var scopes: [String] {
        if report.scopes.isEmpty {
            return ["Who owns what is not known yet: the \(report.mode)'s database was not reached."]
        }
        return report.scopes.map { scope in
            let away = scope.owner == scope.scope.home ? "" : ", away from its home"
            return "\(scope.scope.rawValue): owned by the \(scope.owner)\(away), epoch \(scope.epoch.rawValue)"
        } + ["As the \(report.mode) sees it."]
    }

    private var titleWidth: Int { report.lines.map(\.title.printable.displayWidth).max() ?? 0 }

    private static func name(_ word: String) -> String { Mode(rawValue: word)?.description ?? word.printable }
}
