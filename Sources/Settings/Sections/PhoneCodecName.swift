/// A codec that phones are told to use, as the settings spell it.
package enum PhoneCodecName: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case pcmu
    case pcma
    case g722
    case g729
    case opus

    package var description: String { rawValue }
}
