/// A provider's trunk of this node alone; it is never copied.
package struct ProviderTrunk: Sendable, Hashable {
    package var name: TelephonyName
    package var host: HostAddress
    package var port: UInt16
    package var transport: SIPTransport
    /// Whether this node registers there.
    package var registers: Bool
    /// As the provider gave it.
    package var user: String?
    package var secret: SIPSecret?
    /// Networks that calls come from, besides the host.
    package var networks: [NetworkRange]
    /// Shown outside for callers without a number of their own.
    package var callerNumber: PhoneNumber?
    /// In the order of preference; none is the node's own list.
    package var codecs: [Codec]
    /// The most calls at one time; nil is no limit.
    package var callsMax: Int?
    /// Whether it is the site's own line: emergency calls leave by it first.
    package var isOnPremises: Bool
    package var isEnabled: Bool

    package init(
        name: TelephonyName, host: HostAddress, port: UInt16 = 5060, transport: SIPTransport = .udp,
        registers: Bool = false, user: String? = nil, secret: SIPSecret? = nil, networks: [NetworkRange] = [],
        callerNumber: PhoneNumber? = nil, codecs: [Codec] = [], callsMax: Int? = nil, isOnPremises: Bool = false,
        isEnabled: Bool = true
    ) {
        self.name = name
        self.host = host
        self.port = port
        self.transport = transport
        self.registers = registers
        self.user = user
        self.secret = secret
        self.networks = networks
        self.callerNumber = callerNumber
        self.codecs = codecs
        self.callsMax = callsMax
        self.isOnPremises = isOnPremises
        self.isEnabled = isEnabled
    }
}
