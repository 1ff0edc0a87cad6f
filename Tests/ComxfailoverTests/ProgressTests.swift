import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// The line, the rhythm and the sum of long work.
@Suite struct ProgressTests {
    let layout = Layout(width: nil, style: .plain)

    @Test func `a line shows share, rows, rate and the time that is left`() {
        let report = report(done: 250_000, of: 1_000_000, different: 3)
        let line = ProgressLine(report: report, elapsedSeconds: 5, layout: layout).text
        #expect(
            line == "compare  bookings hotel.bookings  [######------------------]  25 %"
                + "  250,000 of 1,000,000 rows, 3 differ, 50,000 rows/s, 15 s left")
    }

    @Test func `a line without a total has no bar and a line on a terminal fits it`() {
        let unknown = report(done: 10, of: nil)
        #expect(
            ProgressLine(report: unknown, elapsedSeconds: 0, layout: layout).text
                == "compare  bookings hotel.bookings  10 rows")
        let narrow = Layout(width: 40, style: .plain)
        let line = ProgressLine(report: report(done: 1, of: 2), elapsedSeconds: 0, layout: narrow).text
        #expect(line.displayWidth == 39)
        #expect(line.hasSuffix("…"))
    }

    @Test func `more rows than were expected are no more than all`() {
        let line = ProgressLine(report: report(done: 20, of: 10), elapsedSeconds: 0, layout: layout).text
        #expect(line.contains("[########################] 100 %"))
    }

    @Test func `on a terminal every report draws the line again`() {
        var printer = ProgressPrinter(layout: layout, isTerminal: true)
        let lines = [0, 1, 2].map { printer.heard(report(done: UInt64($0), of: 2), at: moment(Int64($0))) }
        #expect(lines.allSatisfy { if case .redraw = $0 { true } else { false } })
        #expect(printer.heard(report(phase: "done", done: 2, of: 2), at: moment(3)) == .nothing)
    }

    @Test func `elsewhere a line is written at each phase and every five seconds`() {
        var printer = ProgressPrinter(layout: layout, isTerminal: false)
        let reports: [(String, Int64)] = [
            ("compare", 0), ("compare", 1), ("compare", 5), ("compare", 9), ("repair", 9),
        ]
        let written = reports.map { phase, second in
            printer.heard(report(phase: phase, done: 1, of: 2), at: moment(second)) != .nothing
        }
        #expect(written == [true, false, true, false, true])
        #expect(printer.heard(report(phase: "failed", done: 1, of: 2), at: moment(20)) == .nothing)
    }

    @Test func `the sum names every table and the verdict`() {
        var summary = ProgressSummary()
        summary.heard(report(done: 500, of: 1_000, different: 1))
        summary.heard(report(done: 1_000, of: 1_000, different: 8))
        summary.heard(report(phase: "done", done: 1_000, of: 1_000, different: 8))
        #expect(summary.ending == .done)
        #expect(summary.foundDifferences)
        #expect(
            summary.text(on: layout) == """
                ITEM      TABLE            ROWS  DIFFERENT  REPAIRED
                bookings  hotel.bookings  1,000          8         0

                8 rows differ from the peer's.
                """)
    }

    @Test func `the sum tells a repair, a failure and a break`() {
        var repaired = ProgressSummary()
        repaired.heard(report(phase: "repair", done: 2, of: 2, different: 1, repaired: 1))
        #expect(repaired.ending == .brokenOff)
        #expect(repaired.text(on: layout).hasSuffix("Broken off: the daemon ended the work without a result."))
        repaired.heard(report(phase: "done", done: 2, of: 2, different: 1, repaired: 1))
        #expect(repaired.text(on: layout).hasSuffix("\n1 row repaired."))

        var failed = ProgressSummary()
        failed.heard(report(phase: "failed", done: 0, of: nil, words: "the peer is gone"))
        #expect(failed.ending == .failed("the peer is gone"))
        #expect(failed.text(on: layout).hasSuffix("Given up: the peer is gone"))

        var clean = ProgressSummary()
        clean.heard(report(phase: "done", done: 2, of: 2))
        #expect(clean.text(on: layout).hasSuffix("No row differs."))
    }

    private func moment(_ second: Int64) -> WallTime { WallTime(microseconds: second * 1_000_000 + 1_000_000_000) }

    private func report(
        phase: String = "compare", done: UInt64, of total: UInt64?, different: UInt64 = 0, repaired: UInt64 = 0,
        words: String? = nil
    ) -> ProgressReport {
        ProgressReport(
            item: SampleReports.bookings, table: TableName(schema: "hotel", name: "bookings"), phase: phase,
            rowsDone: done, rowsTotal: total, rowsDifferent: different, rowsRepaired: repaired, words: words)
    }
}
