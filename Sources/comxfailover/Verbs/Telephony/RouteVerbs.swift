import HotelLogic

/// What is special about the verbs of `routes`.
enum RouteVerbs: EntryVerbs {
    typealias Entry = RouteEntry
    typealias Fields = RouteFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                The numbers of an outbound route are what is dialled behind the access digit. \
                Emergency numbers need no route of their own.
                """,
            add: [
                "routes add reception --direction inbound --numbers 4930123 --destination 600",
                "routes add abroad --numbers '00.' --permission international --trunks city,backup",
            ],
            edit: "routes edit abroad --trunks backup,city",
            remove: "routes remove abroad")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        RoutesTable(entries: entries, layout: layout).lines
    }
}
