import Vocabulary

extension Scope {
    /// The number of a scope on the wire.
    var number: UInt8 { self == .configuration ? 1 : 2 }

    init?(number: UInt8) {
        switch number {
        case 1: self = .configuration
        case 2: self = .guest
        default: return nil
        }
    }
}
