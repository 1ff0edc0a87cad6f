/// What every phone and gateway of the property is told alike.
package struct PhoneSite: Sendable, Hashable {
    /// The Primary, as phones reach it.
    package let primary: PhoneServer
    /// The Secondary, as phones reach it; nil for a node alone.
    package let secondary: PhoneServer?
    /// For how long a registration holds. A phone whose server died finds the other when it renews.
    package let expirySeconds: Int
    /// How often a phone on its backup looks whether its first server is back.
    package let failbackSeconds: Int
    package let timeZone: PhoneTimeZone
    /// The language of menus, two letters: `en`.
    package let language: String
    /// Where phones get the time; nil leaves it to DHCP and the phone's own default.
    package let timeServer: String?
    /// Codecs, the preferred one first.
    package let codecs: [PhoneCodec]

    package init(
        primary: PhoneServer, secondary: PhoneServer?, expirySeconds: Int = 60, failbackSeconds: Int = 60,
        timeZone: PhoneTimeZone, language: String = "en", timeServer: String? = nil,
        codecs: [PhoneCodec] = [.pcmu, .pcma, .g722]
    ) {
        self.primary = primary
        self.secondary = secondary
        self.expirySeconds = expirySeconds
        self.failbackSeconds = failbackSeconds
        self.timeZone = timeZone
        self.language = language
        self.timeServer = timeServer
        self.codecs = codecs
    }

    /// The servers in the order in which a device of `role` tries them.
    package func servers(for role: PhoneRole) -> [PhoneServer] {
        guard let secondary else { return [primary] }
        return switch role {
        case .staff: [primary, secondary]
        case .guest: [secondary, primary]
        }
    }
}
