/// Phones and gateways that understand the same file.
package enum PhoneFamily: String, Sendable, Hashable, CaseIterable {
    case yealink
    /// Grandstream phones: GXP, GRP, GXV.
    case grandstream
    /// Grandstream gateways for analog phones: HT8xx, GXW4xxx.
    case grandstreamGateway = "grandstream-gateway"
    case poly
    /// Cisco SPA phones and SPA1xx, ATA19x adapters.
    case cisco
    /// AudioCodes MediaPack gateways for analog phones.
    case audiocodes
    case fanvil
    /// ClearlyIP CIP phones, whose parameters the administrator completes.
    case clearlyip

    /// How its file is written.
    package var fileKind: FileKind {
        switch self {
        case .yealink, .clearlyip: .keyValue
        case .grandstream, .grandstreamGateway, .poly, .cisco, .fanvil: .xml
        case .audiocodes: .sections
        }
    }

    /// The most lines that its template can name.
    package var accountsMax: Int {
        switch self {
        case .yealink, .grandstream, .clearlyip: 16
        case .grandstreamGateway, .audiocodes: 24
        case .poly: 34
        case .cisco: 12
        case .fanvil: 20
        }
    }
}
