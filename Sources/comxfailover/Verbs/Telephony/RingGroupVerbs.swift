import HotelLogic

/// What is special about the verbs of `ring-groups`.
enum RingGroupVerbs: EntryVerbs {
    typealias Entry = RingGroupEntry
    typealias Fields = RingGroupFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                A call that nobody answers goes to the overflow, or to the desk.
                """,
            add: [
                "ring-groups add 600 --name 'Front desk' --members 201,202"
            ],
            edit: "ring-groups edit 600 --strategy in-turn --ring-seconds 15",
            remove: "ring-groups remove 600")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        RingGroupsTable(entries: entries, layout: layout).lines
    }
}
