/// The room on one file system, in bytes.
package struct FreeSpaceReading: Sendable, Hashable {
    /// What a program without special rights may still use.
    package let available: UInt64
    /// The size of the whole file system.
    package let total: UInt64

    package init(available: UInt64, total: UInt64) {
        self.available = available
        self.total = total
    }
}
