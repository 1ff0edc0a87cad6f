/// A server as a phone reaches it.
package struct PhoneServer: Sendable, Hashable {
    /// An address or a name; an IPv6 address without brackets.
    package let host: String
    package let port: UInt16
    package let transport: PhoneTransport

    package init(host: String, port: UInt16, transport: PhoneTransport) {
        self.host = host
        self.port = port
        self.transport = transport
    }

    /// The host as it stands before a colon and a port.
    package var bracketedHost: String { host.contains(":") ? "[\(host)]" : host }
}
