import SeededTestKit
import Testing
import Vocabulary

@testable import Wire

struct RingingNoticeTests {
    private func page(notes count: Int) -> OccurrencePage {
        OccurrencePage(
            wakeUpNode: .primary, wakeUpNumber: 1, revision: 2, date: .first, room: Samples.page.room,
            notes: Array(repeating: Samples.page.notes[0], count: count))
    }

    private func bytes(_ letter: RingingLetter) -> [UInt8] { ControlRequest.ringing(letter).frame(id: 1).body }

    @Test(arguments: Samples.notices) func `every notice says how long it is`(notice: RingingNotice) throws {
        let letter = try #require(RingingLetter([notice]))
        #expect(bytes(letter).count == 1 + notice.bytesCount)
    }

    @Test func `the layout is what the byte table says`() throws {
        let note = OccurrenceNote(
            .failed, node: .secondary, attempt: 2, epoch: Epoch(rawValue: 3), at: WallTime(microseconds: 4),
            detail: RingingReason.busy.rawValue)
        let page = OccurrencePage(
            wakeUpNode: .primary, wakeUpNumber: 5, revision: 6, date: try CalendarDate("1970-01-08"),
            room: try RoomNumber("41"), notes: [note])
        let mark = RingingNotice.Mark(run: BootID(rawValue: 0xA), serial: 0xB)
        let letter = try #require(RingingLetter([.known(mark, .init(letter: 8, part: 9, isLast: true, pages: [page]))]))
        let expected = Samples.bytes(
            """
            01 04 000000000000000A 000000000000000B 00000008 0009 01
            0001 01 0000000000000005 00000006 00000007 02 3431 0001
            05 02 0002 0000000000000003 0000000000000004 0000000000000001 00
            """)
        #expect(bytes(letter) == expected)
    }

    @Test func `a letter holds no more than fits into a frame`() throws {
        #expect(RingingLetter(Array(repeating: .inquired, count: 32)) != nil)
        #expect(RingingLetter(Array(repeating: .inquired, count: 33)) == nil)
        let heavy = Array(repeating: page(notes: 200), count: 11)
        #expect(RingingNotice.bytesCount(heavy) > 64_000)
        let tooMuch = RingingLetter([.noted(heavy + [page(notes: 200)])])
        #expect(tooMuch?.notices.count == nil)
        // The largest letter of all goes into one frame.
        let rest = RingingLetter.bytesMax - 1 - 3 - RingingNotice.bytesCount(heavy) - page(notes: 0).bytesCount
        let letter = RingingLetter([.noted(heavy + [page(notes: rest / 29)])])
        #expect(letter.map { bytes($0).count > 64_900 } == true)
    }

    @Test func `counts beyond the limits are malformed before anything is made of them`() {
        let bodies: [[UInt8]] = [
            [33] + Array(repeating: 3, count: 33), [1, 5, 0x10, 0x01], [1, 9], [1, 0],
            Samples.bytes("01 05 0001 01 0000000000000005 00000006 00000007 02 3431 00C9"),
            Samples.bytes("01 05 0001 01 0000000000000005 00000006 FFFFFFFF 02 3431 0000"),
            Samples.bytes("01 05 0001 03 0000000000000005 00000006 00000007 02 3431 0000"),
            Samples.bytes("01 05 0001 01 0000000000000005 00000006 00000007 02 3420 0000"),
            Samples.bytes("01 04 000000000000000A 000000000000000B 00000008 0009 02 0000"),
        ]
        for body in bodies {
            #expect(throws: ControlMessageError.malformed(kind: 0x0C)) {
                try ControlRequest(ControlFrame(kind: 0x0C, id: 1, body: body))
            }
        }
    }

    @Test func `nonsense never harms, and what is read is written alike`() throws {
        let whole = bytes(try #require(RingingLetter(Samples.notices)))
        var random = Seeded(seed: 3)
        for round in 0..<20_000 {
            var body = round % 4 == 0 ? random.bytes(Int(random.next() % 400)) : whole
            for _ in 0..<(random.next() % 4) where !body.isEmpty {
                body[Int(random.next() % UInt64(body.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            guard let request = try? ControlRequest(ControlFrame(kind: 0x0C, id: 1, body: body)) else { continue }
            #expect(try ControlRequest(request.frame(id: 1)) == request)
        }
    }
}
