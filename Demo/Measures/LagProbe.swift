import MariaStore
import Vocabulary

/// The time from just before a row is written on one node until it is seen on the other.
struct LagProbe: Sendable {
    /// How long one change may take before the probe gives up.
    private static let changeMax = Duration.seconds(10)
    /// Between two looks at the other side.
    private static let look = Duration.microseconds(500)
    /// Between two changes: a light load.
    private static let pause = Duration.milliseconds(25)

    let writer: DemoNode
    let reader: DemoNode
    /// The extension whose note is changed again and again.
    let extensionNumber: String

    /// The lags of so many changes, shortest first.
    func measure(_ count: Int) async throws -> [Duration] {
        var lags: [Duration] = []
        for round in 0..<count {
            lags.append(try await once("lag \(round)"))
            try await Task.sleep(for: Self.pause)
        }
        return lags.sorted()
    }

    private func once(_ note: String) async throws -> Duration {
        let number = CellValue.text(extensionNumber)
        let watch = Stopwatch()
        try await writer.database.perform { session in
            try session.execute(
                "UPDATE comxfailover.staff_extension SET note = ? WHERE extension = ?", [.text(note), number])
        }
        return try await Patience.until("a changed row crosses", within: Self.changeMax, every: Self.look) {
            let rows = try await reader.database.perform { session in
                try session.query("SELECT note FROM comxfailover.staff_extension WHERE extension = ?", [number])
            }
            return rows.first?["note"] == .text(note) ? watch.elapsed : nil
        }
    }
}
