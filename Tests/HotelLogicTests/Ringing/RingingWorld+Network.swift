import HotelLogic
import Vocabulary

extension RingingWorld {
    /// A heartbeat with the stand, the ownership, and the echo of what was heard.
    mutating func sendHeartbeat(_ mode: Mode) {
        guard let node = nodes[mode], let machine = node.machine, isHeard[mode] == true,
            nodes[mode.peer]?.machine != nil,
            !numbers.chance(perMille: lossPerMille)
        else { return }
        let (sent, echo, stand, reign) = (step, node.heardAt, machine.stand, node.reign)
        let pause = now - machine.lastStep
        let peer = mode.peer
        nodes[peer]?.heardAt = sent
        nodes[peer]?.echoedAt = echo
        if let own = nodes[peer]?.reign, reign.epoch > own.epoch {
            nodes[peer]?.reign = reign
            tell(peer) { $0.roleChanged(isFirst: reign.owner == peer, epoch: reign.epoch, at: $1, wall: $2) }
        }
        let isMutual = echo.map { sent - $0 < Self.unheardSteps } ?? false
        tell(peer) { $0.peerHeard(stand, pause: pause, isMutual: isMutual, at: $1, wall: $2) }
    }

    /// The receiver fetches what the other disk has and its own has not.
    mutating func copy(to mode: Mode) {
        guard isControlUp, let node = nodes[mode], let source = nodes[mode.peer], node.isDatabaseUp,
            source.isDatabaseUp,
            !numbers.chance(perMille: lossPerMille)
        else { return }
        let new = nodes[mode]?.keep(Array(source.disk.dropFirst(node.copied))) ?? []
        nodes[mode]?.copied = source.disk.count
        if !new.isEmpty { tell(mode) { $0.learned(new, at: $1, wall: $2) } }
        tell(mode) { $0.caughtUp(asOf: $1, at: $1, wall: $2) }
    }

    mutating func carryOut(_ directive: RingingDirective, _ mode: Mode) {
        switch directive {
        case .store(let batch, let events):
            noteClaims(events, mode)
            let steps = nodes[mode]?.storeSteps ?? 1
            nodes[mode]?.unkept.append((step + steps, batch, events))
        case .send(let message): send(message, from: mode)
        case .ring(let call): ring(call, mode)
        case .hangUp(let attempt, let number):
            if number == nil { nodes[mode]?.calls[attempt] = nil }
        case .tellDesk(.missed(let occurrence, _, _, _), _): told.insert(occurrence)
        case .tellDesk, .standChanged: break
        }
    }

    /// In order, as long as the connection lasts.
    private mutating func send(_ message: RingingMessage, from mode: Mode) {
        guard isControlUp else { return }
        let steps = 1 + (numbers.chance(perMille: lossPerMille) ? numbers.below(20) : 0)
        let at = max(step + steps, controlDeliveredAt[mode] ?? 0)
        controlDeliveredAt[mode] = at
        tell(mode.peer, after: at - step) { $0.received(message, at: $1, wall: $2) }
    }

    private mutating func noteClaims(_ events: [WakeUpEvent], _ mode: Mode) {
        for event in events {
            guard case .rung(let occurrence, .claimed(let number)) = event.what else { continue }
            claimedSeeing[Attempt(occurrence, number), default: [:]][mode] = seeEachOther
        }
    }

    private mutating func ring(_ call: RingingCall, _ mode: Mode) {
        let attempt = call.attempt
        let sees = claimedSeeing[attempt]?[mode] == true
        if sees, let other = rung[attempt]?.first(where: { $0.node != mode && $0.sawEachOther }) {
            violations.append("step \(step): \(attempt) was rung by \(other.node) and \(mode), who saw each other")
        }
        rung[attempt, default: []].append(Rung(node: mode, sawEachOther: sees))
        let fates = call.numbers.map { number in
            guard nodes[mode]?.isAsteriskUp == false else { return fate(attempt, number) }
            return (step + 1, { $0.ended(attempt, on: number, .interrupted, at: $1, wall: $2) })
        }
        nodes[mode]?.calls[attempt] = fates
    }

    /// What becomes of one phone.
    private mutating func fate(_ attempt: Attempt, _ number: ExtensionNumber) -> (at: Int, input: RingingNode.Input) {
        switch numbers.below(10) {
        case 0...4:
            return (step + 20 + numbers.below(150), { $0.answered(attempt, on: number, at: $1, wall: $2) })
        case 5, 6:
            let steps = Int(settings.ringTime.inSeconds) * Self.stepsPerSecond
            return (step + steps, { $0.ended(attempt, on: number, .noAnswer, at: $1, wall: $2) })
        case 7:
            return (step + 5, { $0.ended(attempt, on: number, .busy, at: $1, wall: $2) })
        default:
            return (step + 2, { $0.ended(attempt, on: number, .unreachable, at: $1, wall: $2) })
        }
    }
}
