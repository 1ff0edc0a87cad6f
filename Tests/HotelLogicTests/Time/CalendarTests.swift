import Testing
import Vocabulary

/// Days and times of day, as people write them.
@Suite struct CalendarTests {
    @Test func `days are counted without a gap from the calendar's beginning to its end`() throws {
        var expected = (year: 1970, month: 1, day: 1)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for number in 0...CalendarDate.last.dayNumber {
            let date = CalendarDate(dayNumber: number)
            #expect((date.year, date.month, date.day) == expected)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
            let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
            let length = date.month == 2 && isLeap ? 29 : lengths[date.month - 1]
            expected.day += 1
            if expected.day > length { expected = (date.year, date.month + 1, 1) }
            if expected.month > 12 { expected = (date.year + 1, 1, 1) }
        }
        #expect(expected == (2200, 1, 1))
    }

    @Test func `a day knows its weekday`() throws {
        #expect(try CalendarDate("1970-01-01").weekday == 4)
        #expect(try CalendarDate("2026-03-29").weekday == 0)
        #expect(try CalendarDate("2000-02-29").weekday == 2)
    }

    @Test func `beyond its ends the calendar stands still`() throws {
        #expect(CalendarDate.last.adding(days: 5) == CalendarDate.last)
        #expect(CalendarDate.first.adding(days: -5).description == "1970-01-01")
        #expect(try CalendarDate("2026-12-31").adding(days: 1).description == "2027-01-01")
    }

    @Test(arguments: [
        "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2200-01-01", "1969-12-31", "2026-01-32",
        "2026/01/01", "2026-01-01 ", "２０２６-01-01", "2026-01-01-", "+026-01-01",
    ])
    func `what is no day is refused`(text: String) {
        #expect(throws: TimeFault.notADate(text)) { try CalendarDate(text) }
    }

    @Test(arguments: [
        ("07:00", "07:00"), ("7:05", "07:05"), ("0700", "07:00"), ("23:59:59", "23:59:59"), ("00:00", "00:00"),
        ("06:30:00", "06:30"),
    ])
    func `times of day are read as people write them`(text: String, written: String) throws {
        #expect(try TimeOfDay(text).description == written)
    }

    @Test(arguments: [
        "", "24:00", "2400", "07:60", "7", "700", "07:0", "07:00:60", "07:00:00:00", "-1:00", "7.00", "٠٧:٠٠",
    ])
    func `what is no time of day is refused`(text: String) {
        #expect(throws: TimeFault.notATime(text)) { try TimeOfDay(text) }
    }

    @Test func `a refusal names the text and what is right`() {
        #expect("\(TimeFault.notADate("31.12."))" == "'31.12.' is not a day from 1970-01-01 to 2199-12-31")
        #expect("\(TimeFault.notATime("25:00"))" == "'25:00' is not a time of day, such as 07:00")
    }

    @Test func `days and times sort as they come`() throws {
        let early = LocalTime(try CalendarDate("2026-11-26"), try TimeOfDay("23:00"))
        let late = LocalTime(try CalendarDate("2026-11-27"), try TimeOfDay("06:00"))
        #expect(early < late && early.description == "2026-11-26 23:00")
    }
}
