import HotelLogic
import Testing
import Vocabulary

/// Records travel between the nodes as lines that come to them.
@Suite struct OccurrenceRecordTests {
    private let occurrence = Occurrence(
        WakeUpID(node: .secondary, number: 1), WakeUpRevision(rawValue: 1), on: CalendarDate(dayNumber: 20_000))

    private func line(_ numbers: inout SeededNumbers) throws -> WakeUpEvent {
        let attempt = 1 + numbers.below(3)
        let failures = AttemptFailure.allCases
        let steps: [RingingStep] = [
            .claimed(attempt), .rang(attempt, isReceipted: numbers.below(2) == 0), .answered(attempt), .answered(nil),
            .snoozed(attempt, until: WallTime(microseconds: Int64(numbers.below(1_000)))),
            .failed(attempt, failures[numbers.below(failures.count)]), .lapsed(attempt, of: .primary),
            .handedOver(.stuck), .givenUp(.late), .givenUp(.attempts), .reported,
        ]
        return WakeUpEvent(
            .rung(occurrence, steps[numbers.below(steps.count)]), room: try RoomNumber("412"),
            node: numbers.below(2) == 0 ? .primary : .secondary, epoch: Epoch(rawValue: UInt64(numbers.below(5))),
            at: WallTime(microseconds: Int64(numbers.below(1_000))))
    }

    @Test(arguments: 0..<50) func `the lines of a record come to the same record`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<40 {
            let count = numbers.below(12)
            let record = OccurrenceRecord(try (0..<count).map { _ in try line(&numbers) })
            let lines = record.lines(of: occurrence, in: try RoomNumber("412"), by: .primary)
            #expect(OccurrenceRecord(lines) == record)
            #expect(OccurrenceRecord(lines.reversed()) == record)
        }
    }
}
