/// What carries SIP between phones and the nodes, as the settings spell it.
package enum PhoneTransportName: String, Sendable, Hashable, CaseIterable {
    case udp
    case tcp
    case tls
}
