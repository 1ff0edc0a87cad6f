import Vocabulary

/// How much of a batch is held in memory, and from that how many rows to ask for next.
///
/// What was asked for comes, also where nobody wants it any more: a question for thousands of rows that turn out to be
/// heavy costs the line all of them. So the first questions are small, and later ones as large as rows so far allow.
struct BatchWeight {
    struct Full: Error {}

    /// What is heavier is cut short, whatever its number of rows.
    static let bytesMax = 48 << 20
    /// The rows that the first question asks for.
    static let firstStep = 16
    /// By how much questions grow.
    private static let growth = 8

    private var bytes = 0
    private var rows = 0
    /// How many rows to ask for now.
    private(set) var step = firstStep

    var isFull: Bool { bytes >= Self.bytesMax }

    mutating func add(_ values: [CellValue]) throws(Full) {
        for value in values {
            switch value {
            case .null, .integer, .unsigned, .double: bytes += 8
            case .text(let text): bytes += text.utf8.count
            case .bytes(let content): bytes += content.count
            }
        }
        rows += 1
        guard bytes < Self.bytesMax else { throw Full() }
    }

    /// A question was answered and everything in it taken.
    mutating func stepped() {
        let fitting = bytes > 0 ? max(0, Self.bytesMax - bytes) * rows / bytes : .max
        step = max(1, min(step * Self.growth, fitting))
    }
}
