import Vocabulary

/// The kinds of entries, by the names of their verbs.
package enum TelephonyKind: String, Sendable, Hashable, Codable, CaseIterable {
    case extensions
    case rooms
    case gateways
    case ringGroups = "ring-groups"
    case classes
    case speedDials = "speed-dials"
    case personalSettings = "personal-settings"
    case telephonySettings = "telephony-settings"
    case trunks
    case routes
    case sipSettings = "sip-settings"

    /// The scope whose owner writes the entries; nil for what is written on either node: what each has of its own and
    /// never copies, and what people set for themselves, where the newer of two changes wins.
    package var scope: Scope? {
        switch self {
        case .extensions, .rooms, .gateways, .ringGroups, .classes, .speedDials, .telephonySettings: .configuration
        case .personalSettings, .trunks, .routes, .sipSettings: nil
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
        case .classes: "class of service"
        case .speedDials: "speed dial"
        case .personalSettings: "extension"
        case .telephonySettings: "telephony settings"
        case .trunks: "trunk"
        case .routes: "route"
        case .sipSettings: "SIP settings"
        }
    }

    /// The entries of these keys, in words.
    package func subject(_ keys: [String]) -> String {
        if isSingle { return noun }
        let name = keys.count == 1 ? keys[0] : "\(keys.count)"
        switch self {
        case .personalSettings: return keys.count == 1 ? "personal settings of \(name)" : "\(name) personal settings"
        case .classes: return keys.count == 1 ? "\(noun) \(name)" : "\(name) classes of service"
        case .extensions, .rooms, .gateways, .ringGroups, .speedDials, .telephonySettings, .trunks, .routes,
            .sipSettings:
            return keys.count == 1 ? "\(noun) \(name)" : "\(name) \(noun)s"
        }
    }

    /// Where the entries that can be changed are listed: personal settings are those of an extension.
    package var listing: TelephonyKind { self == .personalSettings ? .extensions : self }

    /// The columns of a file that may name the entry; the first is the one that is asked for.
    package var keyColumns: [String] {
        switch self {
        case .extensions, .ringGroups: ["number", "extension", "key"]
        case .rooms: ["room", "number", "key"]
        case .gateways, .trunks, .routes: ["name", "key"]
        case .classes, .speedDials: ["code", "key"]
        case .personalSettings: ["extension", "number", "key"]
        case .telephonySettings, .sipSettings: ["key"]
        }
    }
}
