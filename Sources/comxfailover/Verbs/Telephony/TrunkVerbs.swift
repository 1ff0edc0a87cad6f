import HotelLogic

/// What is special about the verbs of `trunks`.
enum TrunkVerbs: EntryVerbs {
    typealias Entry = TrunkEntry
    typealias Fields = TrunkFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                Without --register the provider knows this node by its address.
                """,
            add: [
                "trunks add city --host sip.example.com --register yes --user 4930123 --secret '…'"
            ],
            edit: "trunks edit city --calls-max 30",
            remove: "trunks remove city")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        TrunksTable(entries: entries, layout: layout).lines
    }
}
