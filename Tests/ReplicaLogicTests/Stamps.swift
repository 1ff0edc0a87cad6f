import ReplicaLogic
import Vocabulary

/// Stamps of one row as a pair can really have made them: a clock is always later than what its write knew of.
enum Stamps {
    static func at(_ position: UInt64) -> FeedPosition { FeedPosition(rawValue: position) }

    static func stamp(
        _ node: Mode, epoch: UInt64 = 2, clock: UInt64, seen: UInt64 = 0, isTombstone: Bool = false,
        isDrift: Bool = false
    ) -> RowStamp {
        RowStamp(
            version: Version(epoch: Epoch(rawValue: epoch), clock: clock, node: node), seen: seen,
            isTombstone: isTombstone, isDrift: isDrift)
    }

    /// Every stamp of a small world: two nodes, three epochs, clocks up to five.
    static let all: [RowStamp] = Mode.allCases.flatMap { node in
        (1...3).flatMap { epoch in
            (1...5).flatMap { clock in
                (0..<clock).map { stamp(node, epoch: UInt64(epoch), clock: UInt64(clock), seen: UInt64($0)) }
            }
        }
    }

    /// Every two of them that one history can hold: a node gives each of its clocks to one write only.
    static let pairs: [(RowStamp, RowStamp)] = all.flatMap { one in
        all.compactMap { other in
            let isSameWrite = one.version.node == other.version.node && one.version.clock == other.version.clock
            return isSameWrite && one != other ? nil : (one, other)
        }
    }
}
