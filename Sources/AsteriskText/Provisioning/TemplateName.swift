/// Every name that a template may use. A name outside this list is refused, so that a slip of the pen never becomes
/// an empty setting on three hundred phones.
package enum TemplateName: String, Sendable, Hashable, CaseIterable {
    // The device
    case mac
    case macColons = "mac_colons"
    case model
    case family
    case staff
    case guest

    // Its lines
    case accounts
    case line
    case index
    case `extension`
    case displayName = "display_name"
    case label
    case user
    case authenticationUser = "authentication_user"
    case password
    case hasPassword = "has_password"
    case hotline
    case userParameter = "user_parameter"
    case authenticationParameter = "authentication_parameter"
    case passwordParameter = "password_parameter"
    case nameParameter = "name_parameter"
    case hotlineParameter = "hotline_parameter"

    // The servers in the device's order
    case servers
    case first
    case second
    case place
    case host
    case address
    case port
    case transport

    // What all are told alike
    case expirySeconds = "expiry_seconds"
    case expiryMinutes = "expiry_minutes"
    case failbackSeconds = "failback_seconds"
    case language
    case timeServer = "time_server"
    case codecs
    case preferredCodec = "preferred_codec"
    case name
    case payload
    case codecParameter = "codec_parameter"
    case separator

    // The time zone
    case zone
    case posix
    case offsetSeconds = "offset_seconds"
    case offsetMinutes = "offset_minutes"
    case offsetQuarters = "offset_quarters"
    case offsetHours = "offset_hours"
    case offsetClock = "offset_clock"
    case daylight
    case saveMinutes = "save_minutes"
    case saveClock = "save_clock"
    case start
    case end
    case month
    case week
    case day
    case last
    case weekday
    case weekdayFromSunday = "weekday_from_sunday"
    case weekdayFromMonday = "weekday_from_monday"
    case hour
}
