import HotelLogic
import Vocabulary

extension RingingWorld {
    /// Something may go wrong now, or become right again.
    mutating func disturb() {
        guard numbers.chance(perMille: 25) else { return }
        let mode: Mode = numbers.chance(perMille: 500) ? .primary : .secondary
        switch numbers.below(10) {
        case 0: crash(mode)
        case 1: boot(mode)
        case 2: setAsterisk(mode, isUp: false)
        case 3: setAsterisk(mode, isUp: true)
        case 4: setDatabase(mode, isUp: false)
        case 5: setDatabase(mode, isUp: true)
        case 6: isHeard[mode] = numbers.chance(perMille: 600)
        case 7: nodes[mode]?.stuckUntil = step + 10 + numbers.below(100)
        case 8: lossPerMille = numbers.below(400)
        default:
            if numbers.chance(perMille: 300) { takeOver(mode) }
            nodes[mode]?.storeSteps = numbers.chance(perMille: 300) ? 30 + numbers.below(60) : 1
        }
    }

    /// Everything is right from now on.
    mutating func heal() {
        lossPerMille = 0
        for mode in Mode.allCases {
            isHeard[mode] = true
            nodes[mode]?.stuckUntil = 0
            nodes[mode]?.storeSteps = 1
            setDatabase(mode, isUp: true)
            setAsterisk(mode, isUp: true)
            boot(mode)
        }
    }

    private mutating func setAsterisk(_ mode: Mode, isUp: Bool) {
        guard nodes[mode]?.isAsteriskUp != isUp else { return }
        nodes[mode]?.isAsteriskUp = isUp
        nodes[mode]?.calls = [:]
        tell(mode) { $0.asteriskChanged(isUp: isUp, at: $1, wall: $2) }
    }

    private mutating func setDatabase(_ mode: Mode, isUp: Bool) {
        guard nodes[mode]?.isDatabaseUp != isUp else { return }
        nodes[mode]?.isDatabaseUp = isUp
        tell(mode) { $0.databaseChanged(isUp: isUp, at: $1, wall: $2) }
    }

    /// An operator makes a node the owner, at whatever moment.
    private mutating func takeOver(_ mode: Mode) {
        guard let node = nodes[mode], node.machine != nil, node.reign.owner != mode else { return }
        let reign = RingingNode.Reign(owner: mode, epoch: node.reign.epoch.next(mintedBy: mode))
        nodes[mode]?.reign = reign
        tell(mode) { $0.roleChanged(isFirst: true, epoch: reign.epoch, at: $1, wall: $2) }
    }
}
