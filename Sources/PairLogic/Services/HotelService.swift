/// One thing that the two nodes do for the house. The raw value is the stable word in JSON.
package enum HotelService: String, Sendable, Hashable, CaseIterable {
    case staffExtensions = "staff-extensions"
    case guestExtensions = "guest-extensions"
    case callsBetween = "calls-between"
    case telephonySettings = "telephony-settings"
    case managementLinks = "pms-links"
    case stays
    case wakeUpsSet = "wake-ups-set"
    case wakeUpsRing = "wake-ups-ring"
    case personalSettings = "personal-settings"
    case callRecords = "call-records"
    case callStream = "smdr"
    case callAccounting = "call-accounting"
    case dashboards
    case consoles
    case voicemail
    case recordings
    case failoverSettings = "failover-settings"
    case replicatedItems = "replicated-items"
}

extension HotelService {
    /// The name as an operator reads it.
    package var title: String {
        switch self {
        case .staffExtensions: "Staff extensions"
        case .guestExtensions: "Guest extensions"
        case .callsBetween: "Calls between the two"
        case .telephonySettings: "Trunks and routes"
        case .managementLinks: "PMS links"
        case .stays: "Stays and rooms"
        case .wakeUpsSet: "Wake-ups: set"
        case .wakeUpsRing: "Wake-ups: ring"
        case .personalSettings: "Personal settings"
        case .callRecords: "Call records"
        case .callStream: "SMDR interface"
        case .callAccounting: "Call accounting"
        case .dashboards: "Dashboards"
        case .consoles: "Console applications"
        case .voicemail: "Voicemail"
        case .recordings: "Recordings"
        case .failoverSettings: "Failover settings"
        case .replicatedItems: "Choice of items"
        }
    }

    /// Whether two nodes must never do it at once.
    package var isExclusive: Bool {
        guard case .exclusive = ServiceChart.rule(of: self) else { return false }
        return true
    }
}
