/// How SIP travels.
package enum SIPTransport: String, Sendable, Hashable, Codable, CaseIterable {
    case udp
    case tcp
    case tls
}
