import HotelLogic

/// What is special about the verbs of `personal-settings`.
enum PersonalVerbs: EntryVerbs {
    typealias Entry = PersonalEntry
    typealias Fields = PersonalFields

    static var examples: EntryExamples {
        EntryExamples(
            words: "", add: [],
            edit: "personal-settings edit 201 --forward-no-answer 202 --forward-busy off",
            remove: "personal-settings remove 201")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        PersonalTable(entries: entries, layout: layout).lines
    }
}
