/// One run of the daemon: drawn at every start, so that a restarted peer is told from one that never left.
package struct BootID: HexIdentity {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }
}
