import Glibc
import Ports

/// The room on this host's file systems, as the kernel tells it.
package struct FreeSpace: FreeSpacePort {
    package init() {}

    package func space(at path: String) throws(FreeSpaceFailure) -> FreeSpaceReading {
        var reading = statvfs()
        guard statvfs(path, &reading) == 0 else {
            throw FreeSpaceFailure(description: FileFailure.latest("ask for the free space of", path).description)
        }
        let unit = UInt64(reading.f_frsize)
        return FreeSpaceReading(available: UInt64(reading.f_bavail) * unit, total: UInt64(reading.f_blocks) * unit)
    }
}
