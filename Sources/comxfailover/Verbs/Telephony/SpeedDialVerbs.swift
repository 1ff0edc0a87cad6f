import HotelLogic

/// What is special about the verbs of `speed-dials`.
enum SpeedDialVerbs: EntryVerbs {
    typealias Entry = SpeedDialEntry
    typealias Fields = SpeedDialFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                The number is what a phone inside would dial, with the access digit where there is one.
                """,
            add: ["speed-dials add '*501' --number 9004930123 --label Taxi --guests yes --ignores-class yes"],
            edit: "speed-dials edit '*501' --number 9004930124",
            remove: "speed-dials remove '*501'")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        SpeedDialsTable(entries: entries, layout: layout).lines
    }
}
