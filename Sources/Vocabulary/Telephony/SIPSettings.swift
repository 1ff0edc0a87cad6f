/// How this node alone speaks SIP; it is never copied.
package struct SIPSettings: Sendable, Hashable {
    /// The address to listen on; nil is all of them.
    package var bind: HostAddress?
    /// UDP and TCP.
    package var port: UInt16
    /// nil: no TLS.
    package var tlsPort: UInt16?
    /// Behind a NAT: where phones outside reach this node.
    package var externalAddress: HostAddress?
    /// The port there, where it differs.
    package var externalPort: UInt16?
    /// Not behind that NAT.
    package var localNetworks: [NetworkRange]
    /// Where guest phones may register from; none is everywhere.
    package var guestNetworks: [NetworkRange]
    package var rtpPorts: ClosedRange<UInt16>
    /// In the order of preference.
    package var codecs: [Codec]
    /// How long a registration lasts at most.
    package var expirySeconds: Int
    /// How often phones are asked for a sign of life; 0 is never.
    package var qualifySeconds: Int
    /// Phones that reach each other and send their voice past Asterisk, so that a call outlives it.
    package var directMedia: Set<PhoneGroup>
    /// Certificate and key of the TLS transport.
    package var certificatePath: String?
    package var privateKeyPath: String?

    package init(
        bind: HostAddress? = nil, port: UInt16 = 5060, tlsPort: UInt16? = nil, externalAddress: HostAddress? = nil,
        externalPort: UInt16? = nil, localNetworks: [NetworkRange] = NetworkRange.privateNetworks,
        guestNetworks: [NetworkRange] = [], rtpPorts: ClosedRange<UInt16> = 10_000...20_000,
        codecs: [Codec] = [.g722, .alaw, .ulaw], expirySeconds: Int = 120, qualifySeconds: Int = 30,
        directMedia: Set<PhoneGroup> = [.staff, .guest], certificatePath: String? = nil, privateKeyPath: String? = nil
    ) {
        self.bind = bind
        self.port = port
        self.tlsPort = tlsPort
        self.externalAddress = externalAddress
        self.externalPort = externalPort
        self.localNetworks = localNetworks
        self.guestNetworks = guestNetworks
        self.rtpPorts = rtpPorts
        self.codecs = codecs
        self.expirySeconds = expirySeconds
        self.qualifySeconds = qualifySeconds
        self.directMedia = directMedia
        self.certificatePath = certificatePath
        self.privateKeyPath = privateKeyPath
    }
}
