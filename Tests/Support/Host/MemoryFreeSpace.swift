import Ports
import Synchronization

/// A file system whose room a test decides.
package final class MemoryFreeSpace: FreeSpacePort {
    private let available: Mutex<UInt64>

    package init(available: UInt64) { self.available = Mutex(available) }

    package func leave(_ bytes: UInt64) { available.withLock { $0 = bytes } }

    package func space(at path: String) throws(FreeSpaceFailure) -> FreeSpaceReading {
        FreeSpaceReading(available: available.withLock { $0 }, total: 1 << 40)
    }
}
