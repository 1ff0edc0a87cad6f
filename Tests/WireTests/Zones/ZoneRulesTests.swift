import Testing
import Vocabulary
import Wire

/// What real clocks show, above all in the nights in which they are set.
@Suite struct ZoneRulesTests {
    @Test(
        arguments: [
            // 2026-01-15 06:00 and 2026-07-15 05:00 in UTC
            ("Europe/Berlin", "2026-01-15 07:00", 1_768_456_800), ("Europe/Berlin", "2026-07-15 07:00", 1_784_091_600),
            ("America/New_York", "2026-01-15 01:00", 1_768_456_800),
            ("Asia/Kathmandu", "2026-01-15 11:45", 1_768_456_800),
            ("Australia/Lord_Howe", "2026-01-15 17:00", 1_768_456_800), ("UTC", "2026-01-15 06:00", 1_768_456_800),
            ("Europe/Dublin", "2026-07-15 06:00", 1_784_091_600), ("Asia/Jerusalem", "2026-07-15 08:00", 1_784_091_600),
            ("America/New_York", "2026-07-15 01:00", 1_784_091_600),
            ("Asia/Kathmandu", "2026-07-15 10:45", 1_784_091_600),
        ] as [(String, String, Int64)])
    func `a time of an ordinary day comes once`(zone: String, time: String, second: Int64) throws {
        let rules = try ZoneSample.rules(zone)
        let moment = try rules.moment(time)
        #expect(moment.second == second && moment.reading == .once)
        #expect(rules.shown(at: second) == time)
    }

    @Test func `a time that the spring night leaves out is the first moment after it`() throws {
        let berlin = try ZoneSample.rules("Europe/Berlin")
        // 2026-03-29 01:00 in UTC
        let change: Int64 = 1_774_746_000
        for time in ["02:00", "02:30", "02:59:59"] {
            let moment = try berlin.moment("2026-03-29 \(time)")
            #expect(moment.second == change)
            #expect(moment.reading == .skipped(shown: try LocalTime("2026-03-29 03:00")))
        }
        #expect(try berlin.moment("2026-03-29 01:59:59") == (change - 1, .once))
        #expect(try berlin.moment("2026-03-29 03:00") == (change, .once))
        #expect(try berlin.moment("2026-03-29 07:00") == (change + 4 * 3_600, .once))
    }

    @Test func `a time that the autumn night shows twice is the first of the two`() throws {
        let berlin = try ZoneSample.rules("Europe/Berlin")
        // 2026-10-25 01:00 in UTC
        let change: Int64 = 1_792_890_000
        for (time, before) in [("02:00", 3_600), ("02:30", 1_800), ("02:59:59", 1)] as [(String, Int64)] {
            #expect(try berlin.moment("2026-10-25 \(time)") == (change - before, .twice))
        }
        #expect(try berlin.moment("2026-10-25 01:59:59") == (change - 3_601, .once))
        #expect(try berlin.moment("2026-10-25 03:00") == (change + 3_600, .once))
        #expect(berlin.shown(at: change - 1) == "2026-10-25 02:59:59")
        #expect(berlin.shown(at: change) == "2026-10-25 02:00")
    }

    @Test func `New York sets its clocks at two of its own time`() throws {
        let newYork = try ZoneSample.rules("America/New_York")
        // 2026-03-08 07:00 and 2026-11-01 06:00 in UTC
        #expect(
            try newYork.moment("2026-03-08 02:30")
                == (1_772_953_200, .skipped(shown: try LocalTime("2026-03-08 03:00"))))
        #expect(try newYork.moment("2026-11-01 01:30") == (1_793_512_800 - 1_800, .twice))
        #expect(try newYork.moment("2026-11-01 02:00") == (1_793_512_800 + 3_600, .once))
    }

    @Test func `Lord Howe sets its clocks by half an hour`() throws {
        let island = try ZoneSample.rules("Australia/Lord_Howe")
        // 2026-04-04 15:00 and 2026-10-03 15:30 in UTC
        #expect(try island.moment("2026-04-05 01:45") == (1_775_314_800 - 900, .twice))
        #expect(try island.moment("2026-04-05 01:15") == (1_775_314_800 - 2_700, .once))
        let spring = try island.moment("2026-10-04 02:15")
        #expect(spring == (1_791_041_400, .skipped(shown: try LocalTime("2026-10-04 02:30"))))
        #expect(try island.moment("2026-10-04 02:30") == (1_791_041_400, .once))
    }

    @Test func `a day that a zone left out begins with the next one`() throws {
        let samoa = try ZoneSample.rules("Pacific/Apia")
        let moment = try samoa.moment("2011-12-30 07:00")
        #expect(moment.reading == .skipped(shown: try LocalTime("2011-12-31 00:00")))
        #expect(samoa.shown(at: moment.second) == "2011-12-31 00:00")
        #expect(samoa.shown(at: moment.second - 1) == "2011-12-29 23:59:59")
    }

    @Test(arguments: [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
    ])
    func `every minute of a year is found again by what the clock shows`(zone: String) throws {
        let rules = try ZoneSample.rules(zone)
        let start: Int64 = 1_767_225_600
        var latest = Int64.min
        for second in stride(from: start, to: start + 366 * 86_400, by: 300) {
            let shown = rules.localTime(at: WallTime(microseconds: second * 1_000_000))
            let moment = rules.moment(of: shown)
            let found = moment.at.rawValue / 1_000_000
            // Only in the second of two equal stretches it is another moment, which is earlier and shows the same.
            #expect(found == second || (moment.reading == .twice && found < second))
            let other = rules.secondMoment(of: shown)
            #expect((other != nil) == (moment.reading == .twice))
            #expect(found == second || other?.rawValue == second * 1_000_000)
            #expect(rules.localTime(at: moment.at) == shown)
            #expect(found >= latest || moment.reading == .twice)
            latest = found
        }
    }

    @Test func `the rule goes on when a file's own list has ended`() throws {
        let berlin = try ZoneSample.rules("Europe/Berlin")
        #expect(try berlin.moment("2090-03-26 02:30").reading == .skipped(shown: try LocalTime("2090-03-26 03:00")))
        #expect(try berlin.moment("2090-10-29 02:30").reading == .twice)
        #expect(berlin.changes.filter { $0.second >= 3_786_912_000 }.count == 220, "two a year from 2090 up to 2199")
    }

    @Test func `the calendar's ends are no trouble`() throws {
        let berlin = try ZoneSample.rules("Europe/Berlin")
        #expect(try berlin.moment("1970-01-01 00:00") == (-3_600, .once))
        #expect(try berlin.moment("2199-12-31 23:59").reading == .once)
        #expect(berlin.shown(at: -3_600) == "1970-01-01 00:00")
    }
}
