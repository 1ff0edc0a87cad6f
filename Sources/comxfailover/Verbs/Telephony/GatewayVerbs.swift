import HotelLogic

/// What is special about the verbs of `gateways`.
enum GatewayVerbs: EntryVerbs {
    typealias Entry = GatewayEntry
    typealias Fields = GatewayFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                The extensions on its lines are guest extensions with an analog line.
                """,
            add: [
                "extensions add 1101-1124 --party guest --line analog",
                "gateways add attic --address 192.168.101.40 --lines 1-24=1101-1124 --mac 000b82aabbcc --model GXW4224",
            ],
            edit: "gateways edit attic --address 192.168.101.41",
            remove: "gateways remove attic")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        GatewaysTable(entries: entries, layout: layout).lines
    }
}
