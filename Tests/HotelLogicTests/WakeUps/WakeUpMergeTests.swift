import HotelLogic
import Testing
import Vocabulary

/// Edits of two nodes come to the same wake-up on both, in whatever order they arrive.
@Suite struct WakeUpMergeTests {
    private let id = WakeUpID(node: .secondary, number: 7)
    private let room: RoomNumber
    private let other: RoomNumber
    /// Set on the Secondary, 27 November at 07:00.
    private let set: WakeUpEvent

    init() throws {
        room = try RoomNumber("412")
        other = try RoomNumber("518")
        let plan = WakeUpPlan(try Berlin.once("2026-11-27 07:00"))
        set = try Self.event(WakeUp(id).edit(.set(plan, WakeUpPlace(room)), by: .secondary), room, "2026-11-26 20:00")
    }

    private static func event(_ edit: WakeUpEdit, _ room: RoomNumber, _ at: String) throws -> WakeUpEvent {
        WakeUpEvent(
            .edited(edit), room: room, node: edit.revision.node, epoch: .first(of: .guest), at: try Berlin.at(at),
            author: Author(.desk))
    }

    private func wakeUp(_ events: [WakeUpEvent]) throws -> WakeUp { try #require(WakeUpBook(events)[id]) }

    /// The line of an edit that a node makes when it knows these.
    private func edit(
        _ change: WakeUpEdit.Change, by node: Mode, knowing events: [WakeUpEvent], at time: String = "2026-11-26 21:00"
    ) throws -> WakeUpEvent {
        try Self.event(try wakeUp(events).edit(change, by: node), room, time)
    }

    private func changed(_ text: String) throws -> WakeUpEdit.Change { .changed(WakeUpPlan(try Berlin.once(text))) }

    @Test func `numbers that a node may have forgotten are left out, within its own, while there are any`() {
        for node in Mode.allCases {
            for number: UInt32 in [0, 1, 2, 9, 10] {
                let newest = number == 0 ? nil : WakeUpRevision(rawValue: number)
                let plain = WakeUpRevision.next(after: newest, madeBy: node)
                let next = WakeUpRevision.next(after: newest, madeBy: node, skipping: 1 << 20)
                #expect(next.rawValue == plain.rawValue + 2 << 20 && next.node == node)
            }
        }
        let late = WakeUpRevision(rawValue: .max - 9)
        #expect(WakeUpRevision.next(after: late, madeBy: .primary, skipping: 1 << 20).rawValue == UInt32.max - 7)
    }

    @Test func `revisions of two nodes are never the same`() {
        var newest: WakeUpRevision?
        var revisions: [WakeUpRevision] = []
        for node in [Mode.secondary, .secondary, .primary, .primary, .secondary] {
            newest = .next(after: newest, madeBy: node)
            revisions.append(contentsOf: [newest].compactMap { $0 })
        }
        #expect(revisions.map(\.rawValue) == [1, 3, 4, 6, 7])
        #expect(revisions.map(\.node) == [.secondary, .secondary, .primary, .primary, .secondary])
    }

    @Test func `an edit that knew of the other stands in its place, in whatever order they arrive`() throws {
        let later = try edit(try changed("2026-11-27 08:00"), by: .primary, knowing: [set])
        let cancelled = try edit(.cancelled, by: .secondary, knowing: [set, later])
        for events in [[set, later], [later, set]] {
            #expect(try wakeUp(events).plan?.schedule == (try Berlin.once("2026-11-27 08:00")))
            #expect(try wakeUp(events).untoldDisagreements.isEmpty)
        }
        for events in [[set, later, cancelled], [cancelled, later, set], [later, cancelled, set]] {
            #expect(try wakeUp(events).isCancelled)
            #expect(try wakeUp(events).untoldDisagreements.isEmpty)
        }
    }

    @Test func `of two new times that did not know of each other the earlier ring stays`() throws {
        let early = try edit(try changed("2026-11-27 06:30"), by: .primary, knowing: [set])
        let late = try edit(try changed("2026-11-27 09:00"), by: .secondary, knowing: [set])
        for events in [[set, early, late], [late, early, set]] {
            let merged = try wakeUp(events)
            #expect(merged.plan?.schedule == (try Berlin.once("2026-11-27 06:30")))
            #expect(
                merged.untoldDisagreements
                    == [WakeUpDisagreement(kept: WakeUpRevision(rawValue: 2), dropped: WakeUpRevision(rawValue: 3))])
        }
    }

    @Test func `a ring stays before a cancellation that did not know of it`() throws {
        let cancelled = try edit(.cancelled, by: .primary, knowing: [set])
        let changed = try edit(try changed("2026-11-27 09:00"), by: .secondary, knowing: [set])
        let merged = try wakeUp([set, cancelled, changed])
        #expect(merged.plan?.schedule == (try Berlin.once("2026-11-27 09:00")))
        #expect(merged.untoldDisagreements.count == 1)
        let settled = try edit(.cancelled, by: .secondary, knowing: [set, cancelled, changed])
        #expect(try wakeUp([set, changed, settled, cancelled]).isCancelled)
        #expect(try wakeUp([set, changed, settled, cancelled]).untoldDisagreements.isEmpty)
    }

    @Test func `a move on one node and a new time on the other both count`() throws {
        let moved = try edit(.moved(WakeUpPlace(other)), by: .primary, knowing: [set])
        let changed = try edit(try changed("2026-11-27 06:00"), by: .secondary, knowing: [set])
        let merged = try wakeUp([changed, moved, set])
        #expect(merged.place?.room == other)
        #expect(merged.plan?.schedule == (try Berlin.once("2026-11-27 06:00")))
        #expect(merged.untoldDisagreements.isEmpty)
    }

    @Test func `of two moves the newer counts, and the desk is told once`() throws {
        let one = try edit(.moved(WakeUpPlace(other)), by: .primary, knowing: [set], at: "2026-11-26 22:00")
        let two = try edit(.moved(WakeUpPlace(room)), by: .secondary, knowing: [set], at: "2026-11-26 21:00")
        let merged = try wakeUp([set, one, two])
        #expect(merged.place?.room == other)
        let disagreement = try #require(merged.untoldDisagreements.first)
        let told = WakeUpEvent(
            .disagreementTold(id, disagreement), room: other, node: .primary, epoch: .first(of: .guest),
            at: try Berlin.at("2026-11-26 23:00"))
        #expect(try wakeUp([set, one, two, told]).untoldDisagreements.isEmpty)
        #expect(try wakeUp([told, two, one, set]).untoldDisagreements.isEmpty)
    }

    @Test func `the same change on both nodes is no disagreement, and one ring of it is enough`() throws {
        let one = try edit(try changed("2026-11-27 06:30"), by: .primary, knowing: [set])
        let two = try edit(try changed("2026-11-27 06:30"), by: .secondary, knowing: [set])
        let date = try CalendarDate("2026-11-27")
        let rung = WakeUpEvent(
            .rung(Occurrence(id, WakeUpRevision(rawValue: 3), on: date), .answered(1)), room: room, node: .secondary,
            epoch: .first(of: .guest), at: try Berlin.at("2026-11-27 06:31"))
        let merged = try wakeUp([set, one, two, rung])
        #expect(merged.untoldDisagreements.isEmpty)
        #expect(merged.isOver)
    }

    @Test func `any order of any lines gives the same book`() throws {
        var events = [set]
        let changes: [WakeUpEdit.Change] = [
            try changed("2026-11-27 06:30"), .moved(WakeUpPlace(other)), .cancelled, try changed("2026-11-28 05:00"),
        ]
        var numbers = SeededNumbers(seed: 4)
        for round in 0..<12 {
            let node: Mode = numbers.chance(perMille: 500) ? .primary : .secondary
            // Each knows all of its own and, at times, what the other had done up to now.
            let knows = numbers.chance(perMille: 400) ? events : events.filter { $0 == set || $0.node == node }
            events.append(try edit(changes[round % changes.count], by: node, knowing: knows))
            let occurrence = Occurrence(id, WakeUpRevision(rawValue: 1), on: try CalendarDate("2026-11-27"))
            let steps: [RingingStep] = [
                .claimed(round), .failed(round, .busy), .answered(round), .lapsed(round, of: node.peer),
                .snoozed(round, until: try Berlin.at("2026-11-27 08:00")), .givenUp(.late), .reported, .answered(nil),
            ]
            events.append(
                WakeUpEvent(
                    .rung(occurrence, steps[numbers.below(steps.count)]), room: room, node: node,
                    epoch: .first(of: .guest), at: try Berlin.at("2026-11-27 07:\(10 + round)")))
        }
        let expected = WakeUpBook(events)
        for _ in 0..<200 {
            #expect(WakeUpBook(events.shuffled(using: &numbers)) == expected)
            #expect(WakeUpBook(events.shuffled(using: &numbers) + events) == expected)
        }
    }

    @Test func `records merge as their lines do`() throws {
        let occurrence = Occurrence(id, WakeUpRevision(rawValue: 1), on: try CalendarDate("2026-11-27"))
        func line(_ node: Mode, _ step: RingingStep, _ time: String) throws -> WakeUpEvent {
            WakeUpEvent(
                .rung(occurrence, step), room: room, node: node, epoch: .first(of: .guest), at: try Berlin.at(time))
        }
        let here = [
            set, try line(.secondary, .claimed(1), "2026-11-27 07:00"),
            try line(.secondary, .failed(1, .busy), "2026-11-27 07:01"),
            try line(.secondary, .givenUp(.attempts), "2026-11-27 07:09"),
        ]
        let there = [
            set, try line(.primary, .claimed(1), "2026-11-27 07:02"),
            try line(.primary, .answered(1), "2026-11-27 07:03"),
        ]
        var merged = WakeUpBook(here)
        merged.merge(WakeUpBook(there).record(of: occurrence), of: occurrence)
        merged.merge(WakeUpBook(there).record(of: occurrence), of: occurrence)
        #expect(merged == WakeUpBook(here + there))
        #expect(merged.record(of: occurrence).isAnswered)
    }

    @Test func `names of wake-ups are read as they are written`() {
        #expect(WakeUpID("S12") == WakeUpID(node: .secondary, number: 12))
        #expect(WakeUpID("p7")?.description == "P7")
        for text in ["", "S", "12", "X1", "S-1", "S1 ", "S99999999999999999999", "S１"] {
            #expect(WakeUpID(text) == nil)
        }
    }
}
