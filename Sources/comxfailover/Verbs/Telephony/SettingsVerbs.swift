import HotelLogic

/// What the verbs of settings of which there is one entry differ in.
protocol SettingsVerbs {
    associatedtype Entry: TelephonyEntry
    associatedtype Fields: EntryFields

    /// A command that shows the use of `edit`.
    static var example: String { get }

    /// The sheet of the list.
    static func sheet(_ entry: Entry, _ layout: Layout) -> [String]
}
