import HotelLogic

/// What is special about the verbs of `extensions`.
enum ExtensionVerbs: EntryVerbs {
    typealias Entry = ExtensionEntry
    typealias Fields = ExtensionFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                A range adds one for each number. In every field {} stands for the number itself. \
                Staff extensions get a password of their own; guests share one.
                """,
            add: [
                "extensions add 201 --name 'Anna Berg' --class 3 --voicemail yes",
                "extensions add 1001-1300 --party guest --name 'Room {}' --room {}",
            ],
            edit: "extensions edit 201 --name 'Anna Sand' --department ''",
            remove: "extensions remove 1299-1300")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        ExtensionsTable(entries: entries, layout: layout).lines
    }
}
