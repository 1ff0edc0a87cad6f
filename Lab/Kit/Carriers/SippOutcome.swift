/// What a sipp that ran to its end reports.
package struct SippOutcome: Sendable, Hashable {
    package let succeeded: Int
    package let failed: Int
    /// From the first call to the end of the last.
    package let took: Duration
    /// The measured times, in milliseconds, shortest first.
    package let milliseconds: [Double]

    /// The time that so many of a hundred did not exceed; nil where nothing was measured.
    package func percentile(_ part: Int) -> Double? {
        guard !milliseconds.isEmpty else { return nil }
        return milliseconds[min(milliseconds.count - 1, milliseconds.count * part / 100)]
    }

    /// Reads what sipp wrote: its statistics, and the file of times where there is one.
    ///
    /// Both are tables with a head and semicolons between the columns; the statistics' last line counts.
    init(statistics: String, times: String, took: Duration) {
        let lines = statistics.split(separator: "\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        func count(_ column: String) -> Int {
            guard lines.count > 1, let index = lines[0].firstIndex(where: { $0 == column }) else { return 0 }
            return lines.last.flatMap { index < $0.count ? Int($0[index]) : nil } ?? 0
        }
        succeeded = count("SuccessfulCall(C)")
        failed = count("FailedCall(C)")
        self.took = took
        milliseconds = times.split(separator: "\n").dropFirst().compactMap { line in
            let columns = line.split(separator: ";")
            return columns.count > 1 ? Double(columns[1]) : nil
        }.sorted()
    }
}
