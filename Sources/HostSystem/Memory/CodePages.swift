import Glibc
import Ports

/// Keeps the memory that an idle daemon holds down to what it works with.
///
/// Starting up, an upgrade of the tables or a comparison run through code that is not needed again for days. The kernel
/// counts all of it as the process's own as long as memory is plentiful.
package struct CodePages: Sendable {
    /// When what the start left behind is given back.
    static let afterStart = Duration.seconds(10)
    /// When what later work left behind is.
    static let interval = Duration.seconds(600)

    private let clock: any ClockPort

    package init(clock: any ClockPort) { self.clock = clock }

    /// Gives back, again and again, until the task is cancelled.
    package func run() async {
        var pause = Self.afterStart
        while !Task.isCancelled {
            try? await clock.sleep(for: pause)
            pause = Self.interval
            Self.giveBack()
        }
    }

    /// Gives the pages of this program's own code back; those that are in use come back from its file at once.
    /// Libraries are left alone: one may be unloaded at any moment, and its place be somebody's data the next.
    ///
    /// - Returns: how much memory the code takes when all of it is there, bytes; 0 where `/proc` cannot be read.
    @discardableResult
    package static func giveBack() -> Int {
        guard let maps = try? AtomicFile(path: "/proc/self/maps").readText(), let program = programFile() else {
            return 0
        }
        var total = 0
        for code in MappedCode.stretches(in: maps) where code.file == program {
            guard let start = UnsafeMutableRawPointer(bitPattern: code.addresses.lowerBound) else { continue }
            if madvise(start, code.addresses.count, MADV_DONTNEED) == 0 { total += code.addresses.count }
        }
        return total
    }

    /// The file that this process was started from, as the kernel names it in the process's maps.
    private static func programFile() -> String? {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        return count > 0 ? String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }
}
