import Ports
import Vocabulary

/// One line that shows how far long work has come.
struct ProgressLine {
    /// The bar's columns.
    static let barWidth = 24

    let report: ProgressReport
    /// Seconds since work on this table began.
    let elapsedSeconds: Double
    let layout: Layout

    /// `compare  wake-ups hotel.wake_ups  [####----]  50 %  500 of 1,000 rows, 3 differ, 250 rows/s, 2 s left`
    var text: String {
        let place = report.table.map { "\(report.item) \($0)" } ?? report.item.description
        let lead = "\(report.phase.printable)  \(place.printable)  "
        let words = lead + [bar, facts].filter { !$0.isEmpty }.joined(separator: "  ")
        return layout.width.map { words.truncated(to: $0 - 1) } ?? words
    }

    /// The share that is done, 0 to 1; nil where the total is not known.
    private var share: Double? {
        guard let total = report.rowsTotal, total > 0 else { return nil }
        return min(1, Double(report.rowsDone) / Double(total))
    }

    /// Rows a second since the work on this table began.
    private var rate: Double? {
        guard elapsedSeconds > 0.2, report.rowsDone > 0 else { return nil }
        return Double(report.rowsDone) / elapsedSeconds
    }

    private var bar: String {
        guard let share else { return "" }
        let full = Int((share * Double(Self.barWidth)).rounded(.down))
        let marks = String(repeating: "#", count: full) + String(repeating: "-", count: Self.barWidth - full)
        return "[\(marks)] \("\(Int(share * 100)) %".padded(to: 5, right: true))"
    }

    private var facts: String {
        var facts = [rows]
        if report.rowsDifferent > 0 { facts.append("\(Numbers.grouped(report.rowsDifferent)) differ") }
        if report.rowsRepaired > 0 { facts.append("\(Numbers.grouped(report.rowsRepaired)) repaired") }
        if let rate { facts.append("\(Numbers.grouped(Int(rate))) rows/s") }
        if let left { facts.append("\(Span.words(seconds: left)) left") }
        if let words = report.words { facts.append(words.printable) }
        return facts.joined(separator: ", ")
    }

    private var rows: String {
        let done = Numbers.grouped(report.rowsDone)
        return report.rowsTotal.map { "\(done) of \(Numbers.grouped($0)) rows" } ?? "\(done) rows"
    }

    private var left: Double? {
        guard let rate, let total = report.rowsTotal, total > report.rowsDone else { return nil }
        return Double(total - report.rowsDone) / rate
    }
}
