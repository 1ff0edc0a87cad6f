/// A codec that Asterisk has without a licence, by the name that its files use.
package enum Codec: String, Sendable, Hashable, Codable, CaseIterable {
    case g722
    case alaw
    case ulaw
    case opus
    case g729
    case gsm
    case ilbc
    case speex
    case g726
    case slin
    case slin16
}
