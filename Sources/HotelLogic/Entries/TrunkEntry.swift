/// A provider's trunk of this node alone; it is never copied.
package struct TrunkEntry: TelephonyEntry {
    package static let kind = TelephonyKind.trunks
    /// The name of the trunk between the two nodes, which is made by the program.
    package static let peerTrunk = "comxfailoverconnecter"

    /// How SIP travels.
    package enum Transport: String, Sendable, Hashable, Codable, CaseIterable {
        case udp, tcp, tls
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case host, port, transport, register, user, secret, addresses
        case callerNumber = "caller-number"
        case codecs
        case callsMax = "calls-max"
        case onPremises = "on-premises"
        case enabled, note
    }

    package var name: String
    /// The provider's host, by address or by name.
    package var host = ""
    package var port = 5060
    package var transport = Transport.udp
    /// Whether this node registers there.
    package var registers = false
    /// The user name that the provider gave; nil is none.
    package var user: String?
    package var secret: String?
    /// Addresses and networks that calls come from, besides the host.
    package var addresses: [String] = []
    /// Shown outside for callers without a number of their own.
    package var callerNumber: String?
    /// In the order of preference; none is the node's own list.
    package var codecs: [String] = []
    /// The most calls at one time; nil is no limit.
    package var callsMax: Int?
    /// Whether it is the site's own line: emergency calls leave by it first.
    package var isOnPremises = false
    package var isEnabled = true
    package var note: String?

    package var key: String { name }

    /// An entry whose name is known to be sound.
    package init(name: String) {
        self.name = name
    }

    package init(key: FieldText) throws(FieldFault) {
        name = try key.name()
        guard name.lowercased() != Self.peerTrunk else {
            throw key.fault("\(Self.peerTrunk) is the trunk between the two nodes, which the program makes itself")
        }
    }

    package var hidingSecrets: Self {
        var copy = self
        copy.secret = secret.map { _ in FieldText.hiddenSecret }
        return copy
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .host: host = try text.host()
        case .port: port = try text.isEmpty ? 5060 : text.number(1...65_535)
        case .transport: transport = try text.isEmpty ? .udp : text.choice(Transport.self)
        case .register: registers = try text.isEmpty ? false : text.flag()
        case .user: user = try text.isEmpty ? nil : text.userName()
        case .secret: secret = try text.isEmpty ? nil : text.secret()
        case .addresses: addresses = try text.distinct(20) { (part) throws(FieldFault) in try part.network() }
        case .callerNumber: callerNumber = try text.isEmpty ? nil : text.outsideNumber()
        case .codecs: codecs = try text.codecs()
        case .callsMax: callsMax = try text.isEmpty ? nil : text.number(1...1_000)
        case .onPremises: isOnPremises = try text.isEmpty ? false : text.flag()
        case .enabled: isEnabled = try text.isEmpty ? true : text.flag()
        case .note: note = try text.isEmpty ? nil : text.words(250)
        }
    }

    package var faults: [FieldFault] {
        var faults: [FieldFault] = []
        if host.isEmpty { faults.append(FieldFault("host", "a trunk leads somewhere; say --host sip.example.com")) }
        if registers, user == nil || secret == nil {
            faults.append(FieldFault("register", "to register takes a --user and a --secret"))
        }
        return faults
    }
}
