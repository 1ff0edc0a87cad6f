import HotelLogic

/// What is special about the verbs of `classes`.
enum ClassVerbs: EntryVerbs {
    typealias Entry = ClassEntry
    typealias Fields = ClassFields

    static var examples: EntryExamples {
        EntryExamples(
            words: """
                The code is what extensions, rooms and the property's management system name the class by.
                """,
            add: ["classes add 6 --name 'conference' --may-call rooms,staff,local,national --call-minutes 90"],
            edit: "classes edit 2 --may-call rooms,staff,local",
            remove: "classes remove 6")
    }

    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String] {
        ClassesTable(entries: entries, layout: layout).lines
    }
}
