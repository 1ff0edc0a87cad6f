/// How a connection is encrypted.
package enum MariaTLS: Sendable, Hashable {
    /// In clear: for Unix sockets and loopback only.
    case none
    /// Encrypted or not at all; the server's certificate must come from a CA in this PEM file and must name the
    /// host that was dialled, which may be an IP address.
    case required(caFile: String)
}
