/// One life of a node's change feed: drawn when the feed is made and again after a restore from an older image.
///
/// A reader that meets a new incarnation begins at the start: positions of another life mean nothing.
package struct Incarnation: HexIdentity {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Said by a node that has not reached its database yet.
    package static let unknown = Incarnation(rawValue: 0)
}
