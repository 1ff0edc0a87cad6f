import AsteriskText
import Testing

@Suite struct PhoneTimeZoneTests {
    @Test func `daylight saving of Europe is read`() throws {
        let zone = try #require(PhoneTimeZone(name: "Europe/Vienna", posix: "CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(zone.offsetMinutes == 60)
        #expect(zone.offsetHours == "+1")
        #expect(zone.offsetClock == "+01:00")
        let daylight = try #require(zone.daylight)
        #expect(daylight.saveMinutes == 60)
        #expect(
            [daylight.start.month, daylight.start.week, daylight.start.weekday, daylight.start.hour] == [3, 5, 0, 2])
        #expect([daylight.end.month, daylight.end.week, daylight.end.weekday, daylight.end.hour] == [10, 5, 0, 3])
        #expect(daylight.start.isLast)
    }

    @Test(arguments: [
        ("EST5EDT,M3.2.0,M11.1.0", -300, "-5", true), ("NST3:30NDT,M3.2.0,M11.1.0", -210, "-3:30", true),
        ("<+0545>-5:45", 345, "+5:45", false), ("UTC0", 0, "0", false), ("JST-9", 540, "+9", false),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 630, "+10:30", true), ("<-03>3", -180, "-3", false),
    ])
    func `zones around the world are read`(posix: String, minutes: Int, hours: String, hasDaylight: Bool) throws {
        let zone = try #require(PhoneTimeZone(name: "a", posix: posix))
        #expect(zone.offsetMinutes == minutes)
        #expect(zone.offsetHours == hours)
        #expect((zone.daylight != nil) == hasDaylight)
    }

    @Test func `half an hour of daylight saving is half an hour`() {
        let zone = PhoneTimeZone(name: "Australia/Lord_Howe", posix: "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
        #expect(zone?.daylight?.saveMinutes == 30)
    }

    @Test(arguments: ["EET-2EEST,M3.4.4/50,M10.4.4/50", "IST-2IDT,J60,J300", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"])
    func `a rule that no phone can be told is left out`(posix: String) throws {
        let zone = try #require(PhoneTimeZone(name: "a", posix: posix))
        #expect(zone.daylight == nil)
        #expect(zone.posix == posix)
    }

    @Test(arguments: [
        "", "CE-1", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1,M3.5.0,M10.5.0", "CET-1CEST;x",
        "<CET-1", "CET-1:99", "-1", "TZif2",
    ])
    func `what is no zone is refused`(posix: String) {
        #expect(PhoneTimeZone(name: "a", posix: posix) == nil)
    }
}
