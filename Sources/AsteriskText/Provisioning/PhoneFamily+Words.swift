extension PhoneFamily {
    /// What the family calls a transport in its file.
    func word(for transport: PhoneTransport) -> String {
        switch self {
        case .yealink, .grandstreamGateway, .audiocodes: ["0", "1", "2"][transport.place]
        case .grandstream: ["UDP", "TCP", "TlsOrTcp"][transport.place]
        case .poly: ["UDPOnly", "TCPOnly", "TLS"][transport.place]
        case .cisco, .clearlyip: ["UDP", "TCP", "TLS"][transport.place]
        case .fanvil: ["0", "1", "3"][transport.place]
        }
    }

    /// What the family calls a codec in its file.
    func word(for codec: PhoneCodec) -> String {
        switch self {
        case .yealink, .clearlyip: codec.rawValue
        case .grandstream: ["PCMU", "PCMA", "G.722", "G.729A/B", "OPUS"][codec.place]
        case .grandstreamGateway: String(codec.payloadType)
        case .poly: ["G711_Mu", "G711_A", "G722", "G729_AB", "Opus"][codec.place]
        case .cisco: ["G711u", "G711a", "G722", "G729a", "OPUS"][codec.place]
        case .audiocodes: ["g711Ulaw64k", "g711Alaw64k", "g722", "g729", "opus"][codec.place]
        case .fanvil: ["PCMU", "PCMA", "G722", "G729", "opus"][codec.place]
        }
    }

    /// The day of the month that stands for the last such weekday, in families that count in days.
    var lastWeekDay: Int { self == .poly ? 22 : -1 }
}

extension PhoneTransport {
    fileprivate var place: Int {
        switch self {
        case .udp: 0
        case .tcp: 1
        case .tls: 2
        }
    }
}

extension PhoneCodec {
    fileprivate var place: Int {
        switch self {
        case .pcmu: 0
        case .pcma: 1
        case .g722: 2
        case .g729: 3
        case .opus: 4
        }
    }
}
