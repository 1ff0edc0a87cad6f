/// Which pair a datagram belongs to: derived from the secret, so that one hotel's nodes cannot talk to another's.
package struct PairID: HexIdentity {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }
}
