/// The trunk between the two nodes, known to both by one name.
package struct PeerTrunk: Sendable, Hashable {
    /// The name of the trunk and of the user it proves itself as.
    package static let name = "comxfailoverconnecter"

    /// Where the peer's Asterisk listens.
    package var address: HostAddress
    package var port: UInt16
    package var secret: SIPSecret

    package init(address: HostAddress, port: UInt16 = 5060, secret: SIPSecret) {
        self.address = address
        self.port = port
        self.secret = secret
    }
}
