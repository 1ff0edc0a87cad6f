import HotelLogic

/// What is special about the verbs of `telephony-settings`.
enum TelephonySettingsVerbs: SettingsVerbs {
    typealias Entry = TelephonySettingsEntry
    typealias Fields = TelephonySettingsFields

    static let example = "telephony-settings edit --desk 600 --emergency-caller-number +4930123"

    static func sheet(_ entry: Entry, _ layout: Layout) -> [String] {
        TelephonySettingsSheet(entry: entry, layout: layout).lines
    }
}
