import AsteriskText
import HostSystem
import TestSupport
import Testing
import Vocabulary

@Suite struct ZoneFileTests {
    @Test func `the rule of a zone is read from the system's own files`() throws {
        let zone = try #require(ZoneFile.phoneTimeZone(named: "Europe/Vienna"))
        #expect(zone.posix == "CET-1CEST,M3.5.0,M10.5.0/3")
        #expect(ZoneFile.phoneTimeZone(named: "America/New_York")?.offsetMinutes == -300)
        #expect(ZoneFile.phoneTimeZone(named: "Asia/Kathmandu")?.offsetHours == "+5:45")
    }

    @Test func `what the clocks of a zone show is read from the same files`() throws {
        let zone = try #require(ZoneFile.rules(named: "Europe/Vienna"))
        let summer = LocalTime(try CalendarDate("2026-07-01"), try TimeOfDay("14:00"))
        #expect(zone.localTime(at: WallTime(microseconds: 1_782_907_200_000_000)) == summer)
    }

    @Test(arguments: ["Mars/Olympus", "../../etc/passwd", "", "tzdata.zi", "Europe"])
    func `what is no zone has no rule`(name: String) {
        #expect(ZoneFile.phoneTimeZone(named: name) == nil)
        #expect(ZoneFile.rules(named: name) == nil)
    }

    @Test(arguments: ["TZif2", "TZif\n", "TZif\nCET-1CEST", "CET-1CEST,M3.5.0,M10.5.0/3\n", "TZif\n\n"])
    func `a damaged file has no rule`(content: String) throws {
        let folder = try TemporaryFolder()
        try AtomicFile(path: folder.path + "/Zone").write(content)
        #expect(ZoneFile.phoneTimeZone(named: "Zone", folder: folder.path) == nil)
        #expect(ZoneFile.rules(named: "Zone", folder: folder.path) == nil)
    }
}
