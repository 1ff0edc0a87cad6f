import Vocabulary

/// Works through keys in steps of so many as their rows fit into memory together.
struct KeyedSteps {
    /// The most keys one statement asks for.
    static let keysMax = 200

    private(set) var rest: [[CellValue]]

    init(_ keys: [[CellValue]]) { rest = keys }

    /// Reads the rows under the next keys; gives the keys that are done with, all their rows having come.
    ///
    /// - Parameters:
    ///   - question: asks for the rows under some keys.
    ///   - key: the key of a row that came.
    mutating func next(
        on session: MariaSession, weight: inout BatchWeight,
        question: ([[CellValue]]) -> (text: String, values: [CellValue]), key: (MariaRow) -> [CellValue],
        _ body: (MariaRow) throws -> Void
    ) throws -> [[CellValue]] {
        let part = Array(rest.prefix(min(weight.step, Self.keysMax)))
        let asked = question(part)
        var came: Set<[CellValue]> = []
        do {
            try session.forEachRow(asked.text, asked.values) { row in
                came.insert(key(row))
                try body(row)
                try weight.add(row.values)
            }
        } catch is BatchWeight.Full {
            // A single key is done with, however its row spells it.
            let done = part.count == 1 ? part : part.filter(came.contains)
            let left = part.count == 1 ? [] : part.filter { !came.contains($0) }
            weight.stepped()
            rest = left + rest.dropFirst(part.count)
            return done
        }
        weight.stepped()
        rest.removeFirst(part.count)
        return part
    }
}
