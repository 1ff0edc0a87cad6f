import HotelLogic
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// What nodes tell each other about ringing survives the way, however much it is.
@Suite struct RingingPostTests {
    private let room = RingingScene.room("412")
    private let mark = RingingStand.Mark(run: BootID(rawValue: 7), serial: 9)

    private func occurrence(_ number: UInt64) -> Occurrence {
        Occurrence(
            WakeUpID(node: .secondary, number: number), WakeUpRevision(rawValue: 1),
            on: CalendarDate(dayNumber: 20_254))
    }

    private func line(_ number: UInt64, _ step: RingingStep, author: Author = .system, at: Int64 = 5) -> WakeUpEvent {
        WakeUpEvent(
            .rung(occurrence(number), step), room: room, node: .primary, epoch: Epoch(rawValue: 3),
            at: WallTime(microseconds: at), author: author)
    }

    private var steps: [RingingStep] {
        [
            .claimed(1), .rang(1, isReceipted: true), .rang(2, isReceipted: false), .answered(3), .answered(nil),
            .snoozed(1, until: WallTime(microseconds: -7)), .lapsed(4, of: .secondary), .reported,
        ] + AttemptFailure.allCases.map { .failed(5, $0) } + RingingStep.HandOver.allCases.map { .handedOver($0) }
            + RingingStep.GivingUp.allCases.map { .givenUp($0) }
    }

    /// What arrives of a message that is sent as frames.
    private func arrived(_ message: RingingMessage, losing lost: Int? = nil) throws -> [RingingMessage] {
        var (sender, receiver) = (RingingPost(node: .primary), RingingPost(node: .secondary))
        var notices = sender.notices(of: message) { _ in room }
        var messages: [RingingMessage] = []
        var frames = 0
        while !notices.isEmpty {
            let letter = RingingPost.letter(from: &notices)
            defer { frames += 1 }
            guard case .ringing(let read) = try ControlRequest(ControlRequest.ringing(letter).frame(id: 1)) else {
                Issue.record("no letter")
                return []
            }
            guard frames != lost else { continue }
            messages += read.notices.compactMap { receiver.message(from: $0) }
        }
        return messages
    }

    private func snapshots(_ count: Int) -> [OccurrenceSnapshot] {
        (0..<count).map { count in
            let number = UInt64(count)
            var lines: [WakeUpEvent] = []
            for attempt in 1...4 {
                let at = Int64(attempt * 10)
                lines.append(line(number, .claimed(attempt), at: at))
                lines.append(line(number, .rang(attempt, isReceipted: false), at: at))
                lines.append(line(number, .failed(attempt, .busy), at: at + 5))
            }
            return OccurrenceSnapshot(occurrence(number), OccurrenceRecord(lines))
        }
    }

    @Test func `every step arrives as it was`() throws {
        let events = steps.map { line(1, $0) } + [line(2, .reported, author: Author(.phone, "200: Zoë"))]
        #expect(try arrived(.noted(events)) == [.noted(events)])
        #expect(try arrived(.claimed([line(1, .claimed(1))])) == [.claimed([line(1, .claimed(1))])])
    }

    @Test func `questions, receipts and answers arrive as they were`() throws {
        let few = snapshots(3)
        for message: RingingMessage in [
            .asked(mark: mark, epoch: Epoch(rawValue: 4)), .inquired, .known(mark: mark, []),
            .known(mark: mark, few),
            .yielded(mark: mark, fallbacks: 8, []), .yielded(mark: mark, fallbacks: 8, few),
            .receipted([Attempt(occurrence(1), 2), Attempt(occurrence(3), 4)]),
        ] {
            #expect(try arrived(message) == [message])
        }
    }

    @Test func `what is too much for a frame goes in parts and arrives as one`() throws {
        let many = snapshots(1_500)
        #expect(try arrived(.known(mark: mark, many)) == [.known(mark: mark, many)])
        #expect(try arrived(.yielded(mark: mark, fallbacks: 1, many)) == [.yielded(mark: mark, fallbacks: 1, many)])
    }

    @Test(arguments: 0...3) func `a part that is lost takes the whole along`(lost: Int) throws {
        #expect(try arrived(.yielded(mark: mark, fallbacks: 1, snapshots(1_500)), losing: lost) == [])
    }

    @Test func `parts without an end are not collected for ever`() {
        var post = RingingPost(node: .primary)
        let letterMark = RingingNotice.Mark(run: mark.run, serial: mark.serial)
        for part in 0..<UInt16(RingingPost.partsMax + 1) {
            let leaves = RingingNotice.Leaves(letter: 1, part: part, isLast: false, pages: [])
            #expect(post.message(from: .known(letterMark, leaves)) == nil)
        }
        let last = RingingNotice.Leaves(letter: 1, part: UInt16(RingingPost.partsMax + 1), isLast: true, pages: [])
        #expect(post.message(from: .known(letterMark, last)) == nil)
    }

    @Test func `reasons of a later release are taken for the most general`() {
        func step(_ kind: OccurrenceNote.Kind) -> RingingStep {
            OccurrenceNote(
                kind, node: .primary, attempt: 1, epoch: Epoch(rawValue: 1), at: WallTime(microseconds: 1), detail: 99
            ).step
        }
        #expect(step(.failed) == .failed(1, .failed))
        #expect(step(.handedOver) == .handedOver(.unable))
        #expect(step(.givenUp) == .givenUp(.late))
    }
}
