/// How this node speaks SIP; each node has its own, never copied.
package struct SIPSettingsEntry: TelephonyEntry {
    package static let kind = TelephonyKind.sipSettings
    /// The one key there is.
    package static let onlyKey = "node"

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case bind, port
        case tlsPort = "tls-port"
        case externalAddress = "external-address"
        case externalPort = "external-port"
        case localNetworks = "local-networks"
        case guestNetworks = "guest-networks"
        case codecs
        case rtpFirst = "rtp-first"
        case rtpLast = "rtp-last"
        case expirySeconds = "expiry-seconds"
        case qualifySeconds = "qualify-seconds"
        case directMedia = "direct-media"
    }

    /// The address to listen on.
    package var bind = "0.0.0.0"
    package var port = 5060
    /// nil: no TLS.
    package var tlsPort: Int?
    /// Behind a NAT: the address by which phones outside reach this node, and the port where that differs.
    package var externalAddress: String?
    package var externalPort: Int?
    /// Networks that are not behind that NAT; none is the private networks of RFC 1918.
    package var localNetworks: [String] = []
    /// Where guest phones may register from; none is everywhere.
    package var guestNetworks: [String] = []
    /// In the order of preference.
    package var codecs = ["g722", "alaw", "ulaw"]
    package var rtpFirst = 10_000
    package var rtpLast = 20_000
    /// How long a registration lasts at most.
    package var expirySeconds = 120
    /// How often a registered phone is asked for a sign of life.
    package var qualifySeconds = 30
    /// Whether phones that reach each other send their voice past Asterisk, so that a conversation outlives it.
    package var hasDirectMedia = true

    package var key: String { Self.onlyKey }

    /// The standard.
    package init() {}

    package init(key: FieldText) throws(FieldFault) {
        guard key.text == Self.onlyKey else { throw key.fault("there is one entry of the SIP settings") }
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .bind: bind = try text.isEmpty ? "0.0.0.0" : text.address()
        case .port: port = try text.isEmpty ? 5060 : text.number(1...65_535)
        case .tlsPort: tlsPort = try text.isEmpty ? nil : text.number(1...65_535)
        case .externalAddress: externalAddress = try text.isEmpty ? nil : text.host()
        case .externalPort: externalPort = try text.isEmpty ? nil : text.number(1...65_535)
        case .localNetworks: localNetworks = try text.distinct(50) { (part) throws(FieldFault) in try part.network() }
        case .guestNetworks: guestNetworks = try text.distinct(50) { (part) throws(FieldFault) in try part.network() }
        case .codecs: codecs = try text.isEmpty ? Self().codecs : text.codecs()
        case .rtpFirst: rtpFirst = try text.isEmpty ? 10_000 : text.number(1_024...65_534)
        case .rtpLast: rtpLast = try text.isEmpty ? 20_000 : text.number(1_025...65_535)
        case .expirySeconds: expirySeconds = try text.isEmpty ? 120 : text.number(60...3_600)
        case .qualifySeconds: qualifySeconds = try text.isEmpty ? 30 : text.number(0...600)
        case .directMedia: hasDirectMedia = try text.isEmpty ? true : text.flag()
        }
    }

    package var faults: [FieldFault] {
        var faults: [FieldFault] = []
        if rtpLast - rtpFirst < 99 {
            faults.append(FieldFault("rtp-last", "the range of voice ports holds at least 100; say --rtp-last"))
        }
        if tlsPort == port { faults.append(FieldFault("tls-port", "TLS needs a port of its own")) }
        if externalPort != nil, externalAddress == nil {
            faults.append(FieldFault("external-port", "it belongs to an --external-address"))
        }
        return faults
    }
}
