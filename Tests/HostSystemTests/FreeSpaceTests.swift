import HostSystem
import Ports
import Testing

struct FreeSpaceTests {
    @Test func `a file system has a size and no more room than that`() throws {
        let reading = try FreeSpace().space(at: "/tmp")
        #expect(reading.total > 0)
        #expect(reading.available <= reading.total)
    }

    @Test func `a path that is not there is named`() {
        let failure = #expect(throws: FreeSpaceFailure.self) { try FreeSpace().space(at: "/no-such-folder") }
        #expect(
            failure?.description == "cannot ask for the free space of /no-such-folder: No such file or directory")
    }
}
