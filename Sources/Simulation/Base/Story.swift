import Vocabulary

/// What happened, in words, kept only where somebody will read it; the oldest lines make room.
struct Story {
    static let linesMax = 4_000

    let isTold: Bool
    private var kept: [String] = []
    private var oldest = 0

    init(isTold: Bool) { self.isTold = isTold }

    mutating func tell(_ line: () -> String, at now: Instant) {
        guard isTold else { return }
        let milliseconds = now.nanoseconds / 1_000_000
        let fraction = String(milliseconds % 1_000)
        let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        let text = "\(milliseconds / 1_000).\(padded)  \(line())"
        guard kept.count == Self.linesMax else { return kept.append(text) }
        kept[oldest] = text
        oldest = (oldest + 1) % Self.linesMax
    }

    var lines: [String] { Array(kept[oldest...] + kept[..<oldest]) }
}
