import Ports
import Vocabulary

/// Several comparisons one after the other, with a single last report of the phase `done` or `failed`.
actor ComparisonSeries {
    private var left: [Comparison]
    private let completion: @Sendable () async -> Void
    private var last: ProgressReport?
    private var failed: ProgressReport?
    private var rowsDone: UInt64 = 0
    private var rowsDifferent: UInt64 = 0
    private var rowsRepaired: UInt64 = 0
    private var isFinished = false

    /// - Parameter completion: called once, when all went through.
    init(_ comparisons: [Comparison], completion: @escaping @Sendable () async -> Void = {}) {
        left = comparisons
        self.completion = completion
    }

    func next() async -> ProgressReport? {
        guard !isFinished else { return nil }
        while let comparison = left.first {
            guard let report = await comparison.next() else {
                left.removeFirst()
                continue
            }
            guard report.phase == "done" || report.phase == "failed" else { return report }
            left.removeFirst()
            add(report)
        }
        isFinished = true
        guard !Task.isCancelled else { return nil }
        if failed == nil { await completion() }
        return summary
    }

    private func add(_ report: ProgressReport) {
        rowsDone += report.rowsDone
        rowsDifferent += report.rowsDifferent
        rowsRepaired += report.rowsRepaired
        last = report
        if report.phase == "failed", failed == nil { failed = report }
    }

    private var summary: ProgressReport? {
        guard let end = failed ?? last else { return nil }
        return ProgressReport(
            item: end.item, table: failed == nil ? nil : end.table, phase: end.phase, rowsDone: rowsDone,
            rowsTotal: rowsDone, rowsDifferent: rowsDifferent, rowsRepaired: rowsRepaired, words: end.words)
    }
}
