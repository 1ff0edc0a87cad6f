import HotelLogic
import PairLogic
import Vocabulary

/// The phones of the house, those who sleep beside them, and the two Asterisks that ring them.
extension World {
    /// How often phones look whether their server is there.
    static let registerEvery: Duration = .milliseconds(700)

    /// Phones ring for an attempt.
    func ring(_ call: RingingCall, at node: SimulatedNode) {
        checkRing(call, at: node)
        checkCancelled(call, at: node)
        counts.rings += 1
        rings.rungAt[call.room] = now
        tell("\(node.mode) rings \(call.room) for \(call.attempt)")
        for number in call.numbers {
            guard node.asterisk.isUp else {
                tellRinging(node) { $0.ended(call.attempt, on: number, .interrupted, at: $1, wall: $2) }
                continue
            }
            legs += 1
            node.asterisk.legs[legs] = SimulatedAsterisk.Leg(
                attempt: call.attempt, room: call.room, number: number, daemonRun: node.daemonRuns,
                keys: call.snoozeMinutes.keys.sorted(), confirmKey: call.confirmKey)
            let (what, delay) = fate(of: number, ringing: call.ringTime, at: node)
            if let what { plan(.phone(node.mode, leg: legs, run: node.asterisk.run, what), in: delay) }
        }
    }

    /// What becomes of a phone that is to ring; nil where nobody will ever tell.
    private func fate(
        of number: ExtensionNumber, ringing ringTime: Duration, at node: SimulatedNode
    ) -> (PhoneEvent?, Duration) {
        guard isReachable(number, from: node) else { return (.ended(.unreachable), random.milliseconds(200...2_000)) }
        switch random.below(100) {
        case ..<55: return (.answered, random.milliseconds(300...2_800))
        case ..<78: return (.ended(.noAnswer), ringTime)
        case ..<88: return (.ended(.busy), random.milliseconds(100...500))
        case ..<93: return (.ended(.declined), random.milliseconds(500...2_500))
        case ..<97: return (.ended(.failed), random.milliseconds(100...900))
        default: return (nil, .zero)
        }
    }

    private func isReachable(_ number: ExtensionNumber, from node: SimulatedNode) -> Bool {
        guard let server = hotel.registrations[number].flatMap({ $0 }) else { return false }
        if server == node.mode { return true }
        return self.node(server).asterisk.isUp && network.cut.isEmpty
    }

    /// Something happens at a phone; whether a daemon hears of it is another matter.
    func happened(_ what: PhoneEvent, leg id: Int, run: Int, at node: SimulatedNode) {
        guard node.asterisk.run == run, let leg = node.asterisk.legs[id] else { return }
        let (attempt, number) = (leg.attempt, leg.number)
        switch what {
        case .answered:
            node.asterisk.legs[id]?.isTaken = true
            rings.taken.insert(attempt)
            rings.wokenRooms.insert(leg.room)
            if leg.confirmKey == nil { rings.woke(attempt.occurrence, before: node, at: now) }
            counts.answers += 1
            tell("somebody answers in \(leg.room)")
            node.asterisk.words.append(SimulatedAsterisk.Word(leg: leg, heardBy: node.daemon?.run ?? 0))
            tellRinging(node) { $0.answered(attempt, on: number, at: $1, wall: $2) }
            plan(.phone(node.mode, leg: id, run: run, nextKey(leg)), in: random.milliseconds(400...2_000))
        case .pressed(let key):
            if let index = node.asterisk.words.lastIndex(where: { $0.leg.attempt == attempt && $0.leg.number == number }
            ) {
                node.asterisk.words[index].key = key
                node.asterisk.words[index].heardBy = node.daemon?.run ?? 0
            }
            rings.stirred(attempt.occurrence)
            if key == leg.confirmKey { rings.woke(attempt.occurrence, before: node, at: now) }
            tellRinging(node) { $0.pressed(key, in: attempt, at: $1, wall: $2) }
            plan(.phone(node.mode, leg: id, run: run, .ended(nil)), in: random.milliseconds(200...800))
        case .ended(let failure):
            node.asterisk.legs[id] = nil
            tellRinging(node) { $0.ended(attempt, on: number, failure, at: $1, wall: $2) }
        }
    }

    private func nextKey(_ leg: SimulatedAsterisk.Leg) -> PhoneEvent {
        if let key = leg.keys.first, random.chance(perMille: 300) { return .pressed(key) }
        guard let key = leg.confirmKey, random.chance(perMille: 850) else { return .ended(nil) }
        return .pressed(key)
    }

    func hangUp(_ attempt: Attempt, except kept: ExtensionNumber?, at node: SimulatedNode) {
        for (id, leg) in node.asterisk.legs.sorted(by: { $0.key < $1.key })
        where leg.attempt == attempt && leg.number != kept {
            let what = PhoneEvent.ended(leg.isTaken ? nil : .noAnswer)
            plan(.phone(node.mode, leg: id, run: node.asterisk.run, what), in: random.milliseconds(1...50))
        }
    }

    /// A daemon looks what the dialplan wrote down while nobody listened.
    func heardWords(of node: SimulatedNode) {
        guard let run = node.daemon?.run else { return }
        for index in node.asterisk.words.indices where node.asterisk.words[index].heardBy != run {
            node.asterisk.words[index].heardBy = run
            let word = node.asterisk.words[index]
            let (attempt, number) = (word.leg.attempt, word.leg.number)
            tellRinging(node) { $0.answered(attempt, on: number, at: $1, wall: $2) }
            if let key = word.key { tellRinging(node) { $0.pressed(key, in: attempt, at: $1, wall: $2) } }
        }
    }

    /// What was made of the dialplan's words is on the disk, so Asterisk may forget them.
    func forgetWords(of node: SimulatedNode) {
        guard node.asterisk.isUp, let daemon = node.daemon, daemon.ringing?.unkept.isEmpty == true,
            daemon.ringing?.inbox.isEmpty == true
        else { return }
        let open = node.asterisk.legs.values.map(\.attempt)
        node.asterisk.words.removeAll { $0.heardBy == daemon.run && !open.contains($0.leg.attempt) }
    }

    /// Phones go where they are answered: to the Secondary first, to the Primary where that is not there.
    func register() {
        plan(.register, in: Self.registerEvery)
        for room in hotel.rooms {
            let server = wantedServer(of: room)
            for number in hotel.phones[room] ?? [] {
                let present = hotel.registrations[number].flatMap { $0 }
                guard present != server, server == nil || random.chance(perMille: 350) else { continue }
                hotel.registrations[number] = .some(server)
                guard let server else { continue }
                for node in nodes where node.mode == server || network.cut.isEmpty {
                    tellRinging(node) { $0.phoneAppeared(in: room, at: $1, wall: $2) }
                }
            }
        }
    }

    private func wantedServer(of room: RoomNumber) -> Mode? {
        guard !hotel.unplugged.contains(room) else { return nil }
        return [secondary, primary].first { $0.isHostUp && $0.asterisk.isUp }?.mode
    }
}
