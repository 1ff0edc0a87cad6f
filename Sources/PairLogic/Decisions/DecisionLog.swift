/// The latest decisions of this node, for an operator who asks why. The oldest make room for the newest.
package struct DecisionLog: Sendable, Hashable {
    /// How many decisions are kept.
    package static let countMax = 200

    /// A ring: once full, the oldest stands at `oldest`.
    private var kept: [Decision] = []
    private var oldest = 0

    package init() {}

    package mutating func record(_ decision: Decision) {
        guard kept.count == Self.countMax else { return kept.append(decision) }
        kept[oldest] = decision
        oldest = (oldest + 1) % Self.countMax
    }

    /// The latest decisions, newest first, at most `limit`.
    package func newest(_ limit: Int = countMax) -> [Decision] {
        let inOrder = kept[oldest...] + kept[..<oldest]
        return inOrder.suffix(max(0, limit)).reversed()
    }
}
