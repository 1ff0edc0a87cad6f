import ArgumentParser
import HotelLogic

/// What the verbs of one kind of entry differ in; everything else is the same for all of them.
protocol EntryVerbs {
    associatedtype Entry: TelephonyEntry
    associatedtype Fields: EntryFields

    /// Commands that show the use of `list`, `add`, `edit` and `remove`.
    static var examples: EntryExamples { get }

    /// The sheet of the list.
    static func sheet(_ entries: [Entry], _ layout: Layout) -> [String]
}

extension EntryVerbs {
    static var kind: TelephonyKind { Entry.kind }
}
