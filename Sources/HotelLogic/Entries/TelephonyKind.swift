import Vocabulary

/// The kinds of entries, by the names of their verbs.
package enum TelephonyKind: String, Sendable, Hashable, Codable, CaseIterable {
    case extensions
    case rooms
    case gateways
    case ringGroups = "ring-groups"
    case telephonySettings = "telephony-settings"
    case trunks
    case routes
    case sipSettings = "sip-settings"

    /// The scope whose owner writes the entries; nil for what each node has of its own and never copies.
    package var scope: Scope? {
        switch self {
        case .extensions, .rooms, .gateways, .ringGroups, .telephonySettings: .configuration
        case .trunks, .routes, .sipSettings: nil
        }
    }

    /// There is exactly one entry of the kind, which is never added or removed.
    package var isSingle: Bool { self == .telephonySettings || self == .sipSettings }

    /// One entry, in words.
    package var noun: String {
        switch self {
        case .extensions: "extension"
        case .rooms: "room"
        case .gateways: "gateway"
        case .ringGroups: "ring group"
        case .telephonySettings: "telephony settings"
        case .trunks: "trunk"
        case .routes: "route"
        case .sipSettings: "SIP settings"
        }
    }
}
