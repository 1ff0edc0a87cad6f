import Vocabulary

@testable import PairLogic

extension ReignPair {
    /// What was just stored: an epoch has one owner for ever, and a release is made only where the home has everything.
    mutating func noteStored(_ mode: Mode) {
        guard let node = nodes[mode], node.stored != node.noted else { return }
        let (former, stored) = (node.noted, node.stored)
        nodes[mode]?.noted = stored
        let reign = stored.ownership
        if let other = minted[reign.epoch], other != reign.owner {
            violate("epoch \(reign.epoch.rawValue) was stored for both nodes")
        }
        minted[reign.epoch] = reign.owner
        if reign.epoch < former.ownership.epoch { violate("\(mode) went back to epoch \(reign.epoch.rawValue)") }
        if stored.phase == .released, former.phase == .closed {
            handovers += 1
            let has = nodes[mode.peer].map { $0.life(of: mode) == node.life ? $0.cursor : 0 }
            // A home whose disk is put back just after it answered is behind whatever anybody does.
            if has != node.feed, chances.restore == 0 {
                violate("\(mode) released at \(node.feed), its peer has \(has ?? 0)")
            }
        } else if reign.owner == mode, former.ownership.owner != mode, reign.epoch.minter == mode {
            takeovers += 1
        }
    }

    /// What must hold at every moment.
    mutating func check() {
        let owners = Mode.allCases.filter { mode in
            guard let node = nodes[mode], let machine = node.machine, machine.holder == .node(mode) else {
                return false
            }
            if node.stored.ownership.owner != mode { violate("\(mode) acts without having stored that it may") }
            if node.stored.phase != .settled { violate("\(mode) acts behind its own barrier") }
            return true
        }
        guard owners.count == 2, let one = nodes[.primary]?.stored, let other = nodes[.secondary]?.stored else {
            return
        }
        if one.ownership.epoch == other.ownership.epoch {
            violate("two owners at epoch \(one.ownership.epoch.rawValue)")
        }
    }

    /// What must have come about once faults have ended.
    mutating func checkHealed() {
        guard violations.isEmpty, let one = nodes[.primary], let other = nodes[.secondary] else { return }
        if one.stored != other.stored { violate("the two disagree: \(one.stored), \(other.stored)") }
        if one.stored.phase != .settled { violate("a hand-over never ended: \(one.stored)") }
        let holders = [one, other].map { $0.machine?.holder }
        if holders[0] != .node(one.stored.ownership.owner) || holders[0] != holders[1] {
            violate("who acts is not who owns: \(holders)")
        }
        if [one, other].contains(where: { $0.machine?.state != .settled }) {
            violate("something is under way for ever")
        }
    }
}
