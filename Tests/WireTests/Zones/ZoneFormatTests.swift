import Testing
import Vocabulary
import Wire

/// Bytes that are zone files, that nearly are, and that are not.
@Suite struct ZoneFormatTests {
    @Test func `a file is read to its changes`() throws {
        let file = ZoneSample.file(
            footer: "", offsets: [0, 3_600, 7_200],
            changes: [(-500, 1), (1_000, 1), (2_000, 2), (3_000, 1), (4_000, 1)])
        let rules = try ZoneFormat.rules(named: "Test", file)
        #expect(rules.firstOffsetSeconds == 3_600, "what was set before 1970 is where the calendar begins")
        #expect(
            rules.changes == [.init(second: 2_000, offsetSeconds: 7_200), .init(second: 3_000, offsetSeconds: 3_600)])
    }

    @Test(
        arguments: [
            ("UTC0", []), ("<+0545>-5:45", []),
            ("EST5EDT,M3.2.0,M11.1.0", ["03-08 07:00", "11-01 06:00"]),
            ("CET-1CEST,M3.5.0,M10.5.0/3", ["03-29 01:00", "10-25 01:00"]),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", ["04-04 15:00", "10-03 15:30"]),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", ["03-29 01:00", "10-25 01:00"]),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", ["03-29 01:00", "10-25 01:00"]),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", ["03-28 00:00", "10-23 23:00"]),
            ("AAA3BBB,J60/0,J365/23", ["03-01 03:00", "01-01 01:00"]),
            ("AAA3BBB,59/0,J300", ["03-01 03:00", "10-27 04:00"]),
        ] as [(String, [String])])
    func `the last line is a rule for every year`(footer: String, expected: [String]) throws {
        let rules = try ZoneSample.rules(footer: footer)
        let year: Range<Int64> = 1_767_225_600..<1_798_761_600
        let moments = rules.changes.filter { year.contains($0.second) }.map {
            String(ZoneRules.utc.shown(at: $0.second).dropFirst(5))
        }
        #expect(moments.sorted() == expected.sorted())
    }

    @Test func `daylight saving the whole year round never ends`() throws {
        let rules = try ZoneSample.rules(footer: "XXX3EDT4,0/0,J365/23", offsetSeconds: -4 * 3_600)
        #expect(Set(rules.changes.dropFirst().map(\.offsetSeconds)).isSubset(of: [-4 * 3_600, -3 * 3_600]))
        #expect(try rules.moment("2026-06-01 00:00").reading == .once)
    }

    @Test func `a file that is cut off anywhere is refused`() throws {
        let whole = try ZoneSample.bytes("Europe/Berlin")
        for count in whole.indices {
            #expect(throws: ZoneFormatFault.self) { try ZoneFormat.rules(named: "Cut", Array(whole.prefix(count))) }
        }
    }

    @Test(
        arguments: [
            ([], ZoneFormatFault.noZoneFile), (Array("# tzdb data\n".utf8), .noZoneFile),
            (ZoneSample.file(footer: "UTC0", version: "\0"), .tooOld(version: 0)),
            (ZoneSample.file(footer: "nonsense"), .badRule("nonsense")),
            (ZoneSample.file(footer: "CET-1CEST,M3.5.0"), .badRule("CET-1CEST,M3.5.0")),
            (ZoneSample.file(footer: "CET-25"), .badRule("CET-25")),
            (ZoneSample.file(footer: "CET-1CEST,M13.5.0,M10.5.0"), .badRule("CET-1CEST,M13.5.0,M10.5.0")),
            (ZoneSample.file(footer: "CET-1CEST,M3.5.0/168,M10.5.0"), .badRule("CET-1CEST,M3.5.0/168,M10.5.0")),
            (ZoneSample.file(footer: "", changes: [(1, 1)]), .senseless),
            (ZoneSample.file(footer: "", changes: [(2, 0), (1, 0)]), .senseless),
            (ZoneSample.file(footer: "", offsets: [100_000]), .senseless),
            (ZoneSample.file(footer: "", offsets: []), .senseless),
            ([UInt8](repeating: 0, count: ZoneFormat.bytesMax + 1), .tooLong(bytes: ZoneFormat.bytesMax + 1)),
        ] as [([UInt8], ZoneFormatFault)])
    func `what is no sound zone file is refused by its fault`(bytes: [UInt8], fault: ZoneFormatFault) {
        #expect(throws: fault) { try ZoneFormat.rules(named: "Bad", bytes) }
    }

    @Test func `damaged files never crash`() throws {
        let whole = try ZoneSample.bytes("Australia/Lord_Howe")
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<3_000 {
            var bytes = whole
            for _ in 0..<4 { bytes[Int.random(in: 5..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255) }
            guard let rules = try? ZoneFormat.rules(named: "Damaged", bytes) else { continue }
            #expect(rules.changes.count < 20_000)
        }
    }
}
