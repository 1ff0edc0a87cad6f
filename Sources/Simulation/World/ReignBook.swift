import PairLogic
import Vocabulary

/// Every reign that was ever stored, and what each node has given away: what ownership is measured against.
struct ReignBook {
    private struct Number: Hashable {
        let scope: Scope
        let epoch: Epoch
    }

    /// The one owner of each epoch, for ever.
    private var owners: [Number: Mode] = [:]
    /// Epochs that were begun on a disk that is gone, and that may have been heard of.
    private var gone: Set<Number> = []
    /// The highest reign that each node has stored: where that is the peer's, the node never acts in an older one.
    private var highest: [Mode: [Scope: Ownership]] = [:]

    init() {
        for scope in Scope.allCases { owners[Number(scope: scope, epoch: .first(of: scope))] = scope.home }
    }

    /// A node stores a record; what is wrong with that, if anything.
    mutating func fault(storing stored: ReignRecord, over former: ReignRecord, by node: Mode) -> String? {
        let (reign, before) = (stored.ownership, former.ownership)
        let number = Number(scope: reign.scope, epoch: reign.epoch)
        let owner = owners[number]
        owners[number] = reign.owner
        if let owner, owner != reign.owner {
            return "epoch \(reign.epoch.rawValue) of \(reign.scope.rawValue) was stored for both nodes"
        }
        if owner == nil, !gone.contains(number), reign.epoch.minter != node {
            return "\(node) stores epoch \(reign.epoch.rawValue) of \(reign.scope.rawValue), which nobody has begun"
        }
        if reign.epoch < before.epoch { return "\(node) went back to epoch \(reign.epoch.rawValue)" }
        highest[node, default: [:]][reign.scope] = highest[node]?[reign.scope].map(reign.merging) ?? reign
        return nil
    }

    /// A node says that this is stored.
    func fault(announcing reign: Ownership, by node: Mode) -> String? {
        let number = Number(scope: reign.scope, epoch: reign.epoch)
        guard owners[number] != reign.owner, !gone.contains(number) || owners[number] != nil else { return nil }
        return "\(node) announces what was never stored: \(reign.owner), epoch \(reign.epoch.rawValue)"
    }

    /// A node acts for a scope.
    func fault(acting reign: Ownership, by node: Mode) -> String? {
        guard let known = highest[node]?[reign.scope], known.owner != node, known.epoch > reign.epoch else {
            return nil
        }
        return "\(node) acts for \(reign.scope.rawValue) in epoch \(reign.epoch.rawValue), which it knows to be over"
    }

    /// A daemon will read this of a scope, and has read nothing of it before: whatever else was on its disk, it never
    /// saw. Where that was put back to an older image, what was begun on it and is on no other may be begun again.
    mutating func began(_ node: Mode, with image: ReignRecord, beside other: ReignRecord) {
        let scope = image.ownership.scope
        highest[node, default: [:]][scope] = image.ownership
        let known = max(image.ownership.epoch, other.ownership.epoch)
        let lost = owners.keys.filter { $0.scope == scope && $0.epoch > known && $0.epoch.minter == node }
        gone.formUnion(lost)
        for number in lost { owners[number] = nil }
    }
}
