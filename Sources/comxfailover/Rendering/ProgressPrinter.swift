import Ports
import Vocabulary

/// Decides what to write when a progress report arrives: one line drawn over and over on a terminal, and
/// elsewhere a line at each phase and every few seconds, so that a log stays short.
struct ProgressPrinter: Sendable, Hashable {
    /// What to write.
    enum HeardDirective: Sendable, Hashable {
        /// Draw this line over the one before.
        case redraw(String)
        /// Write this line.
        case line(String)
        case nothing
    }

    /// The least time between two lines that are not drawn over, microseconds.
    static let quietMicroseconds: Int64 = 5_000_000

    private let layout: Layout
    private let isTerminal: Bool
    private var stage: Stage?
    private var stageBegan = WallTime(microseconds: 0)
    private var written = WallTime(microseconds: 0)

    /// Work on one table in one phase.
    private struct Stage: Sendable, Hashable {
        let item: ItemName
        let table: TableName?
        let phase: String
    }

    init(layout: Layout, isTerminal: Bool) {
        self.layout = layout
        self.isTerminal = isTerminal
    }

    /// A report arrived at this moment.
    mutating func heard(_ report: ProgressReport, at now: WallTime) -> HeardDirective {
        guard report.phase != "done", report.phase != "failed" else { return .nothing }
        let isNew = enter(Stage(item: report.item, table: report.table, phase: report.phase), at: now)
        let seconds = Double(now.rawValue - stageBegan.rawValue) / 1e6
        let text = ProgressLine(report: report, elapsedSeconds: seconds, layout: layout).text
        if isTerminal { return .redraw(text) }
        guard isNew || now.rawValue - written.rawValue >= Self.quietMicroseconds else { return .nothing }
        written = now
        return .line(text)
    }

    private mutating func enter(_ next: Stage, at now: WallTime) -> Bool {
        guard stage != next else { return false }
        stage = next
        stageBegan = now
        return true
    }
}
