import HotelLogic

/// What is special about the verbs of `sip-settings`.
enum SIPSettingsVerbs: SettingsVerbs {
    typealias Entry = SIPSettingsEntry
    typealias Fields = SIPSettingsFields

    static let example = "sip-settings edit --external-address 203.0.113.10 --local-networks 10.10.10.0/24"

    static func sheet(_ entry: Entry, _ layout: Layout) -> [String] {
        SIPSettingsSheet(entry: entry, layout: layout).lines
    }
}
