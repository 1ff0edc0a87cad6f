import HotelLogic
import Testing
import Vocabulary

/// Names, days and lists of rooms as people write them.
@Suite struct GuestWordsTests {
    @Test(arguments: [
        ("Ada Lovelace", "Ada", "Lovelace"), ("Lovelace, Ada", "Ada", "Lovelace"), ("Lee", nil, "Lee"),
        ("  van der Berg ,  Jan  ", "Jan", "van der Berg"), ("Ana María de la Cruz", "Ana María de la", "Cruz"),
        ("Lee,", nil, "Lee"),
    ])
    func `a name is read either way round`(text: String, first: String?, last: String) {
        let guest = Guest(reading: text, language: "en")
        #expect(guest.firstName == first && guest.lastName == last && guest.language == "en")
    }

    @Test func `days are said or written`() throws {
        let today = try CalendarDate("2026-12-31")
        #expect(try CalendarDate(saying: "Today", today: today) == today)
        #expect(try CalendarDate(saying: "tomorrow", today: today) == CalendarDate("2027-01-01"))
        #expect(try CalendarDate(saying: "2027-02-03", today: today) == CalendarDate("2027-02-03"))
        #expect(throws: TimeFault.self) { try CalendarDate(saying: "friday", today: today) }
    }

    @Test func `rooms are listed with ranges, each once`() throws {
        let text = FieldText("rooms", "101-103,A-1 205,102")
        #expect(try text.rooms(countMax: 9).map(\.description) == ["101", "102", "103", "A-1", "205"])
        #expect(throws: FieldFault.self) { try text.rooms(countMax: 4) }
        #expect(throws: FieldFault.self) { try FieldText("rooms", "103-101").rooms(countMax: 9) }
        #expect(throws: FieldFault.self) { try FieldText("rooms", "1-10").rooms(countMax: 9) }
        #expect(throws: FieldFault.self) { try FieldText("rooms", "1_1").rooms(countMax: 9) }
        #expect(try FieldText("rooms", "").rooms(countMax: 9).isEmpty)
    }

    @Test func `stays and wake-ups are named by node and number`() {
        #expect(StayID("s12") == StayID(node: .secondary, number: 12) && StayID("P7")?.description == "P7")
        for text in ["", "S", "X1", "S-1", "S1x", "12", "S99999999999999999999"] {
            #expect(StayID(text) == nil && WakeUpID(text) == nil, "\(text)")
        }
    }
}
