import HotelLogic

/// What is special about the verbs of `rooms`.
enum RoomVerbs: EntryVerbs {
    typealias Entry = RoomEntry
    typealias Fields = RoomFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                The extensions in a room ring in the order in which they are named.
                """,
            add: [
                "rooms add 101-120 --floor 1",
                "rooms add A-1 --use suite --extensions 1001,1002",
            ],
            edit: "rooms edit 101 --extensions 1001,2001",
            remove: "rooms remove 120")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        RoomsTable(entries: entries, layout: layout).lines
    }
}
