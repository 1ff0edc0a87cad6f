/// The trunk between the two nodes, known to both by one name.
package struct PeerTrunk: Sendable, Hashable {
    /// The name of the trunk and of the user it proves itself as.
    package static let name = "comxfailoverconnecter"
    /// The same trunk for calls whose voice goes by way of both nodes, and the user that such a call proves itself as:
    /// calls of anything but two phones that can be sent to each other.
    package static let relayName = "comxfailoverrelay"

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
