import HotelLogic
import Testing
import Vocabulary

/// What two nodes say to each other before one of them rings.
@Suite struct RingingPairTests {
    let room: RoomNumber
    let phones: [RoomNumber: [ExtensionNumber]]
    let occurrence: Occurrence
    let lines: [WakeUpEvent]

    init() throws {
        room = try RoomNumber("412")
        phones = [room: [try ExtensionNumber("1412")]]
        let wakeUp = WakeUp(WakeUpID(node: .secondary, number: 1))
        let plan = WakeUpPlan(try Berlin.once("2026-11-27 07:00"))
        let edit = wakeUp.edit(.set(plan, WakeUpPlace(room)), by: .secondary)
        lines = [
            WakeUpEvent(
                .edited(edit), room: room, node: .secondary, epoch: .first(of: .guest),
                at: try Berlin.at("2026-11-26 20:00"), author: Author(.desk))
        ]
        occurrence = Occurrence(wakeUp.id, edit.revision, on: try CalendarDate("2026-11-27"))
    }

    func ringer(_ node: Mode, at time: String = "2026-11-27 06:59") throws -> Ringer {
        try Ringer(lines, on: node, at: time, phones: phones)
    }

    /// How the other node stands, having heard this one as it stands.
    func stand(
        of node: Mode, serial: UInt64 = 3, isFirst: Bool? = nil, epoch: Epoch = .first(of: .guest),
        _ ability: RingingAbility = .full, holds: Bool = false, fallbacks: UInt64 = 0, hearing ringer: Ringer
    ) -> RingingStand {
        RingingStand(
            mark: .init(run: BootID(rawValue: UInt64(node.number)), serial: serial),
            isFirst: isFirst ?? (node == .secondary), epoch: epoch, ability: ability, holdsTurn: holds,
            fallbacks: fallbacks, heard: ringer.machine.stand.mark)
    }

    @discardableResult
    func hear(_ ringer: inout Ringer, _ stand: RingingStand, pause: Duration = .zero) -> [RingingDirective] {
        ringer.tell { $0.peerHeard(stand, pause: pause, isMutual: true, at: $1, wall: $2) }
    }

    @discardableResult
    func receive(_ ringer: inout Ringer, _ message: RingingMessage) -> [RingingDirective] {
        ringer.tell { $0.received(message, at: $1, wall: $2) }
    }

    /// The first node, up to where it holds the turn because the second yielded it.
    func holder() throws -> Ringer {
        var ringer = try ringer(.secondary)
        hear(&ringer, stand(of: .primary, hearing: ringer))
        let asked = ringer.tell { $0.caughtUp(asOf: $1, at: $1, wall: $2) }
        let mark = ringer.machine.stand.mark
        #expect(asked.messages == [.asked(mark: mark, epoch: .first(of: .guest))])
        receive(&ringer, .yielded(mark: mark, fallbacks: 0, []))
        #expect(ringer.machine.stand.holdsTurn)
        return ringer
    }

    /// The second node, which knows that the first does not hold the turn, and what the first knows.
    private func second(_ ability: RingingAbility = .none) throws -> Ringer {
        var ringer = try ringer(.primary)
        let first = stand(of: .secondary, ability, hearing: ringer)
        #expect(hear(&ringer, first).messages == [.inquired])
        receive(&ringer, .known(mark: first.mark, []))
        return ringer
    }

    // MARK: The first

    @Test func `a node that was started takes no turn before it has heard of the peer, or waited`() throws {
        var ringer = try ringer(.secondary, at: "2026-11-27 07:00")
        #expect(ringer.wait(.seconds(14)).events.isEmpty)
        #expect(ringer.wait(.seconds(2)).steps == [.claimed(1)])
    }

    @Test func `the turn is asked for only once the ledger has been caught up with`() throws {
        var ringer = try ringer(.secondary, at: "2026-11-27 07:00")
        let peer = stand(of: .primary, hearing: ringer)
        let waited = ringer.wait(.seconds(60), hearing: peer)
        #expect(waited.events.isEmpty)
        #expect(!waited.messages.contains { if case .asked = $0 { true } else { false } })
    }

    @Test func `a peer that cannot ring and does not answer is not waited for for ever`() throws {
        var ringer = try ringer(.secondary, at: "2026-11-27 07:00")
        let peer = stand(of: .primary, RingingAbility.none, hearing: ringer)
        #expect(ringer.wait(.seconds(115), hearing: peer).events.isEmpty)
        #expect(ringer.wait(.seconds(10), hearing: peer).steps.first == .claimed(1))
    }

    @Test func `an answer to an older question gives no turn`() throws {
        var ringer = try ringer(.secondary)
        hear(&ringer, stand(of: .primary, hearing: ringer))
        ringer.tell { $0.caughtUp(asOf: $1, at: $1, wall: $2) }
        let old = ringer.machine.stand.mark
        let peer = stand(of: .primary, hearing: ringer)
        ringer.wait(.seconds(2), hearing: peer)
        #expect(ringer.machine.stand.mark.serial > old.serial)
        receive(&ringer, .yielded(mark: old, fallbacks: 0, []))
        #expect(!ringer.machine.stand.holdsTurn)
    }

    @Test func `an answer that comes in parts over a slow line is waited for`() throws {
        var ringer = try ringer(.secondary)
        hear(&ringer, stand(of: .primary, hearing: ringer))
        ringer.tell { $0.caughtUp(asOf: $1, at: $1, wall: $2) }
        let mark = ringer.machine.stand.mark
        let peer = stand(of: .primary, hearing: ringer)
        for _ in 0..<20 {
            ringer.wait(.milliseconds(900), hearing: peer)
            ringer.tell { $0.receivedPart(at: $1, wall: $2) }
        }
        receive(&ringer, .yielded(mark: mark, fallbacks: 0, []))
        #expect(ringer.machine.stand.holdsTurn)
    }

    @Test func `a phone rings when the peer has said that it knows`() throws {
        var ringer = try holder()
        let claimed = ringer.wait(.seconds(61), hearing: stand(of: .primary, hearing: ringer))
        #expect(claimed.steps == [.claimed(1)])
        let announced = ringer.keep(claimed)
        #expect(announced.calls.isEmpty)
        guard case .claimed(let events)? = announced.messages.first else { Issue.record("\(announced)"); return }
        #expect(events == claimed.events)
        let rung = receive(&ringer, .receipted([Attempt(occurrence, 1)]))
        #expect(rung.steps == [.rang(1, isReceipted: true)] && rung.calls.count == 1)
    }

    @Test func `half a second without a receipt is enough, and is written down`() throws {
        var ringer = try holder()
        let peer = stand(of: .primary, hearing: ringer)
        _ = ringer.keep(ringer.wait(.seconds(61), hearing: peer))
        #expect(ringer.wait(.seconds(0.4), hearing: peer).calls.isEmpty)
        #expect(ringer.wait(.seconds(0.2), hearing: peer).steps == [.rang(1, isReceipted: false)])
    }

    @Test func `a node that hears its peer anew lays the turn down and asks again`() throws {
        var ringer = try holder()
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        #expect(ringer.machine.stand.holdsTurn)
        hear(&ringer, stand(of: .primary, hearing: ringer))
        #expect(!ringer.machine.stand.holdsTurn)
    }

    @Test func `a peer that has rung in its stead is asked what it did`() throws {
        var ringer = try holder()
        hear(&ringer, stand(of: .primary, fallbacks: 2, hearing: ringer))
        #expect(!ringer.machine.stand.holdsTurn)
        let mark = ringer.machine.stand.mark
        var record = OccurrenceRecord()
        record = WakeUpBook(
            lines + [
                WakeUpEvent(
                    .rung(occurrence, .answered(1)), room: room, node: .primary, epoch: .first(of: .guest),
                    at: try Berlin.at("2026-11-27 07:00"))
            ]
        ).record(of: occurrence)
        ringer.wait(.seconds(0.1))
        receive(&ringer, .yielded(mark: mark, fallbacks: 2, [OccurrenceSnapshot(occurrence, record)]))
        #expect(ringer.machine.stand.holdsTurn)
        let peer = stand(of: .primary, fallbacks: 2, hearing: ringer)
        let told = ringer.wait(.minutes(5), hearing: peer)
        #expect(told.calls.isEmpty)
        #expect(told.steps == [.answered(nil)], "the peer's line has not come: the node keeps the answer itself")
    }

    @Test func `a loop that stood still distrusts itself first`() throws {
        var ringer = try holder()
        ringer.stall(.seconds(4))
        ringer.wait(.seconds(0.1))
        #expect(!ringer.machine.stand.holdsTurn)
    }

    @Test func `whoever loses its Asterisk or its database says so at once, and lays the turn down`() throws {
        var ringer = try holder()
        let before = ringer.machine.stand.mark.serial
        let concluded = ringer.tell { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
        #expect(concluded.contains(.standChanged(ringer.machine.stand)))
        #expect(ringer.machine.stand.ability == .none && ringer.machine.stand.mark.serial > before)
        var other = try holder()
        other.tell { $0.databaseChanged(isUp: false, at: $1, wall: $2) }
        #expect(other.machine.stand.ability == .unkept && !other.machine.stand.holdsTurn, "the peer can do better")
    }

    @Test func `a claim for which no phone rang yet is taken back with the turn`() throws {
        var ringer = try holder()
        _ = ringer.keep(ringer.wait(.seconds(61), hearing: stand(of: .primary, hearing: ringer)))
        let concluded = ringer.tell { $0.databaseChanged(isUp: false, at: $1, wall: $2) }
        #expect(concluded.steps == [.failed(1, .withdrawn)])
        guard case .noted(let noted)? = concluded.messages.first else { Issue.record("\(concluded)"); return }
        #expect(noted == concluded.events, "the peer need not wait for it")
    }

    // MARK: The second

    @Test func `while the first holds the turn the second rings nothing, however late it is`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        let peer = stand(of: .secondary, holds: true, hearing: ringer)
        #expect(ringer.wait(.minutes(20), hearing: peer).events.isEmpty)
    }

    @Test func `an owner that cannot ring hands over at once`() throws {
        var ringer = try second()
        let peer = stand(of: .secondary, RingingAbility.none, hearing: ringer)
        let concluded = ringer.wait(.seconds(61), hearing: peer)
        #expect(concluded.steps == [.handedOver(.unable), .claimed(1)])
        #expect(ringer.machine.stand.fallbacks == 1)
    }

    @Test func `what the first said before it heard of this node's state is not acted on at once`() throws {
        var ringer = try second()
        var peer = stand(of: .secondary, RingingAbility.none, hearing: ringer)
        peer.heard = nil
        #expect(ringer.wait(.seconds(110), hearing: peer).steps.contains(.claimed(1)), "but it is after a grace")
        var other = try second()
        var stale = stand(of: .secondary, RingingAbility.none, hearing: other)
        stale.heard = nil
        #expect(other.wait(.seconds(90), hearing: stale).events.isEmpty)
    }

    @Test func `an owner that is not heard is waited for until the grace has passed`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        #expect(ringer.wait(.seconds(44)).events.isEmpty)
        #expect(ringer.wait(.seconds(2)).steps == [.handedOver(.unheard), .claimed(1)])
    }

    @Test func `an owner that could not hear the question is given the grace to answer once it can`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:05")
        let peer = stand(of: .secondary, RingingAbility.none, hearing: ringer)
        #expect(ringer.wait(.seconds(44), hearing: peer, isMutual: false).steps.isEmpty)
        #expect(ringer.wait(.seconds(44), hearing: peer, pause: .seconds(6)).steps.isEmpty, "it may have rung before")
        var other = ringer
        #expect(
            ringer.wait(.seconds(2), hearing: peer, pause: .seconds(6)).steps == [.handedOver(.stuck), .claimed(1)])
        #expect(other.wait(.seconds(0.3), hearing: peer, isMutual: false).steps.last == .claimed(1), "sight is lost")
    }

    @Test func `a claim of the other node is given its time before it counts as lost`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        hear(&ringer, stand(of: .secondary, holds: true, hearing: ringer))
        let claim = WakeUpEvent(
            .rung(occurrence, .claimed(1)), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall)
        #expect(receive(&ringer, .claimed([claim])).messages.contains(.receipted([Attempt(occurrence, 1)])))
        ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        #expect(ringer.wait(.seconds(59)).events.isEmpty)
        #expect(
            ringer.wait(.seconds(2)).steps == [.lapsed(1, of: .secondary), .handedOver(.unheard), .claimed(2)])
    }

    @Test func `an outcome that crossed in time is not rung again`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        hear(&ringer, stand(of: .secondary, holds: true, hearing: ringer))
        let answered = WakeUpEvent(
            .rung(occurrence, .answered(1)), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall)
        receive(&ringer, .noted([answered]))
        let kept = ringer.tell { $0.peerUnheard(at: $1, wall: $2) }
        #expect(kept.steps == [.answered(nil)], "the peer may have died before it kept it, so it is kept here")
        #expect(ringer.wait(.minutes(40)).events.isEmpty)
    }

    @Test func `an owner whose heartbeat goes on while its ringing is stuck is stood in for`() throws {
        var ringer = try second(.full)
        var holding = stand(of: .secondary, holds: true, hearing: ringer)
        hear(&ringer, holding)
        ringer.wait(.seconds(61), hearing: holding)
        holding.heard = ringer.machine.stand.mark
        hear(&ringer, holding, pause: .seconds(4))
        #expect(ringer.wait(.seconds(1)).events.isEmpty)
        hear(&ringer, holding, pause: .seconds(6))
        #expect(ringer.wait(.seconds(0.2)).steps == [.handedOver(.stuck), .claimed(1)])
    }

    @Test func `whoever is asked yields, tells what it did, and claims nothing more in that state of the asker`() throws
    {
        var ringer = try second()
        let peer = stand(of: .secondary, hearing: ringer)
        ringer.wait(.seconds(61), hearing: peer)
        let yielded = receive(&ringer, .asked(mark: peer.mark, epoch: .first(of: .guest)))
        guard case .yielded(peer.mark, 1, let snapshots)? = yielded.messages.last else {
            Issue.record("\(yielded.messages)")
            return
        }
        #expect(snapshots.map(\.occurrence) == [occurrence])
        #expect(yielded.steps == [.failed(1, .withdrawn)], "no phone had rung")
        #expect(ringer.wait(.seconds(30), hearing: peer).events.isEmpty, "heard from before the question")
        var later = peer
        later.mark = .init(run: peer.mark.run, serial: peer.mark.serial + 1)
        #expect(hear(&ringer, later).messages == [.inquired], "what it did meanwhile need not have come here")
        receive(&ringer, .known(mark: later.mark, []))
        #expect(ringer.wait(.seconds(1), hearing: later).steps == [.claimed(2)])
    }

    @Test func `how long the other did not ring counts from when it became the first`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:05")
        let next = Epoch.first(of: .guest).next(mintedBy: .primary)
        ringer.tell { $0.roleChanged(isFirst: true, epoch: next, at: $1, wall: $2) }
        ringer.wait(.minutes(1), hearing: stand(of: .secondary, isFirst: false, hearing: ringer))
        let later = next.next(mintedBy: .secondary)
        ringer.tell { $0.roleChanged(isFirst: false, epoch: later, at: $1, wall: $2) }
        // It is silent about what it did as the second, of which this node may know nothing.
        let first = stand(of: .secondary, serial: 4, isFirst: true, epoch: later, hearing: ringer)
        #expect(ringer.wait(.seconds(44), hearing: first).steps.isEmpty)
        #expect(ringer.wait(.seconds(2), hearing: first).steps == [.handedOver(.unable), .claimed(1)])
    }

    @Test func `what a put-back ledger does not know to have ended is written again`() throws {
        var ringer = try holder()
        let answered = WakeUpEvent(
            .rung(occurrence, .answered(1)), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall)
        ringer.tell { $0.learned([answered], at: $1, wall: $2) }
        #expect(ringer.tell { $0.reread(lines, at: $1, wall: $2) }.steps == [.answered(nil)])
        #expect(ringer.tell { $0.reread(lines + [answered], at: $1, wall: $2) }.steps.isEmpty)
        #expect(ringer.tell { $0.reread([], at: $1, wall: $2) }.steps == [.answered(nil)], "it may come back")
    }

    @Test func `what the other said of a wake-up that is not known here yet is written once it is`() throws {
        var ringer = try Ringer([], on: .primary, at: "2026-11-27 07:00", phones: phones)
        hear(&ringer, stand(of: .secondary, holds: true, hearing: ringer))
        let answered = WakeUpEvent(
            .rung(occurrence, .answered(nil)), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall)
        receive(&ringer, .noted([answered]))
        #expect(ringer.tell { $0.peerUnheard(at: $1, wall: $2) }.steps.isEmpty)
        #expect(ringer.tell { $0.learned(lines, at: $1, wall: $2) }.steps == [.answered(nil)])
        #expect(ringer.tell { $0.learned(lines, at: $1, wall: $2) }.steps.isEmpty)
    }

    @Test func `the other's word that a ring has ended is written here where its line does not come`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        let peer = stand(of: .secondary, holds: true, hearing: ringer)
        hear(&ringer, peer)
        let answered = WakeUpEvent(
            .rung(occurrence, .answered(1)), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall)
        receive(&ringer, .noted([answered]))
        #expect(ringer.wait(.seconds(59), hearing: peer).steps.isEmpty)
        #expect(ringer.wait(.seconds(2), hearing: peer).steps == [.answered(nil)])
        receive(&ringer, .noted([answered]))
        ringer.tell { $0.learned([answered], at: $1, wall: $2) }
        #expect(ringer.wait(.seconds(90), hearing: peer).steps.isEmpty)
    }

    @Test func `the other's word that comes after its line is not written again`() throws {
        var ringer = try ringer(.primary, at: "2026-11-27 07:00")
        let peer = stand(of: .secondary, holds: true, hearing: ringer)
        hear(&ringer, peer)
        let answered = WakeUpEvent(
            .rung(occurrence, .answered(1)), room: room, node: .secondary, epoch: .first(of: .guest), at: ringer.wall)
        ringer.tell { $0.learned([answered], at: $1, wall: $2) }
        receive(&ringer, .noted([answered]))
        #expect(ringer.wait(.seconds(90), hearing: peer).steps.isEmpty)
        #expect(ringer.tell { $0.peerUnheard(at: $1, wall: $2) }.steps.isEmpty)
    }

    // MARK: Owners

    @Test func `a new owner asks the old one, and the old one yields to the higher epoch`() throws {
        var old = try holder()
        let mark = RingingStand.Mark(run: BootID(rawValue: 1), serial: 9)
        let yielded = receive(&old, .asked(mark: mark, epoch: Epoch(rawValue: 2)))
        #expect(!old.machine.stand.holdsTurn)
        #expect(yielded.messages.contains { if case .yielded(mark, _, _) = $0 { true } else { false } })
    }

    @Test func `an owner does not yield to a lower epoch`() throws {
        var ringer = try ringer(.primary)
        ringer.tell { $0.roleChanged(isFirst: true, epoch: Epoch(rawValue: 2), at: $1, wall: $2) }
        let concluded = receive(
            &ringer, .asked(mark: .init(run: BootID(rawValue: 2), serial: 9), epoch: .first(of: .guest)))
        #expect(concluded.messages.isEmpty)
    }

    @Test func `where nobody believes to be the owner, the guests' home rings`() throws {
        var home = try ringer(.secondary)
        home.tell { $0.roleChanged(isFirst: false, epoch: .first(of: .guest), at: $1, wall: $2) }
        hear(&home, stand(of: .primary, isFirst: false, hearing: home))
        let asked = home.tell { $0.caughtUp(asOf: $1, at: $1, wall: $2) }
        #expect(asked.messages.contains { if case .asked = $0 { true } else { false } })
    }

    @Test func `both nodes' edits are merged, and the desk is told of what they disagreed on`() throws {
        var ringer = try holder()
        let base = try #require(WakeUpBook(lines)[occurrence.wakeUp])
        func line(_ node: Mode, _ text: String) throws -> WakeUpEvent {
            WakeUpEvent(
                .edited(base.edit(.changed(WakeUpPlan(try Berlin.once(text))), by: node)), room: room, node: node,
                epoch: .first(of: .guest), at: try Berlin.at("2026-11-26 21:00"))
        }
        let events = [try line(.primary, "2026-11-27 09:00"), try line(.secondary, "2026-11-27 08:00")]
        let concluded = ringer.tell { $0.learned(events, at: $1, wall: $2) }
        #expect(concluded.news.count == 1)
        #expect(ringer.tell { $0.learned(events, at: $1, wall: $2) }.news.isEmpty, "once")
        #expect(ringer.machine.wakeUps[occurrence.wakeUp]?.plan?.schedule == (try Berlin.once("2026-11-27 08:00")))
    }
}
