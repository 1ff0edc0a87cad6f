/// What carries SIP between a phone and its servers.
package enum PhoneTransport: String, Sendable, Hashable, CaseIterable {
    case udp
    case tcp
    case tls
}
