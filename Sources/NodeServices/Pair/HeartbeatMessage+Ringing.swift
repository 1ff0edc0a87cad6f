import HotelLogic
import Vocabulary
import Wire

extension HeartbeatMessage.Ringing {
    /// A stand as it travels.
    init(_ standing: RingingStanding, at now: Instant) {
        let stand = standing.stand
        let pause = (now - standing.lastStep).nanoseconds / 1_000_000
        self.init(
            isFirst: stand.isFirst, holdsTurn: stand.holdsTurn, ability: .init(stand.ability),
            serial: stand.mark.serial, epoch: stand.epoch, fallbacks: stand.fallbacks,
            heard: stand.heard.map { .init(run: $0.run, serial: $0.serial) },
            pauseMilliseconds: UInt32(clamping: max(0, pause)))
    }
}

extension HeartbeatMessage.Ringing.Ability {
    fileprivate init(_ ability: RingingAbility) {
        switch ability {
        case .none: self = .none
        case .unkept: self = .unkept
        case .full: self = .full
        }
    }
}

extension RingingAbility {
    fileprivate init(_ ability: HeartbeatMessage.Ringing.Ability) {
        switch ability {
        case .none: self = .none
        case .unkept: self = .unkept
        case .full: self = .full
        }
    }
}

extension HeartbeatMessage {
    /// How the sender stands towards ringing. One that says nothing of it rings nobody.
    func peerRinging(at now: Instant) -> PeerRinging {
        guard let ringing else {
            let stand = RingingStand(
                mark: .init(run: boot, serial: 0), isFirst: guest.owner == sender, epoch: guest.epoch, ability: .none,
                holdsTurn: false)
            return PeerRinging(stand: stand, pause: .zero, at: now)
        }
        let stand = RingingStand(
            mark: .init(run: boot, serial: ringing.serial), isFirst: ringing.isFirst, epoch: ringing.epoch,
            ability: RingingAbility(ringing.ability), holdsTurn: ringing.holdsTurn, fallbacks: ringing.fallbacks,
            heard: ringing.heard.map { .init(run: $0.run, serial: $0.serial) })
        return PeerRinging(stand: stand, pause: .milliseconds(Int64(ringing.pauseMilliseconds)), at: now)
    }
}
