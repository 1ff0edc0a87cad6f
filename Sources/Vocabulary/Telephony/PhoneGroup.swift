/// Phones that are set up alike.
package enum PhoneGroup: String, Sendable, Hashable, Codable, CaseIterable {
    case staff
    case guest
    case gateway
}
