/// Which write of a row this is. Versions of one row are totally ordered, so both nodes choose the same winner.
package struct Version: Sendable, Hashable, Codable {
    /// The epoch of the row's scope at the moment of writing; 0 for rows that were there before capture began.
    package let epoch: Epoch
    /// Microseconds since 1970 by the writer's clock, but always later than the version it replaced.
    package let clock: UInt64
    /// The node that wrote it.
    package let node: Mode

    package init(epoch: Epoch, clock: UInt64, node: Mode) {
        self.epoch = epoch
        self.clock = clock
        self.node = node
    }
}

extension Version: Comparable {
    /// Epoch first, then clock, then node: a newer owner outranks any clock.
    package static func < (left: Version, right: Version) -> Bool {
        (left.epoch, left.clock, left.node.number) < (right.epoch, right.clock, right.node.number)
    }
}

extension Version: CustomStringConvertible {
    package var description: String { "\(epoch.rawValue).\(clock).\(node.rawValue)" }
}
