/// How a node's own rows of an item stand: needed to tell a first contact with data on both sides.
package struct OwnRowsCount: Sendable, Hashable {
    /// Live rows whose newest write is this node's own.
    package let own: UInt64
    /// All live rows.
    package let all: UInt64

    package init(own: UInt64, all: UInt64) {
        self.own = own
        self.all = all
    }
}
