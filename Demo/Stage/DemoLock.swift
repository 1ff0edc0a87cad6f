import Foundation
import Glibc
import Vocabulary

/// The right to run a demonstration in a folder: one at a time. The kernel drops it when the process ends.
final class DemoLock: Sendable {
    /// How long a former demonstration may take to clean up after itself.
    private static let handOverMax = Duration.seconds(60)

    private let file: Int32

    private init(file: Int32) { self.file = file }

    deinit { close(file) }

    /// Takes the lock; asks another demonstration that holds it to end, and waits for that.
    static func take(in folder: DemoFolder, paper: Paper) async throws -> DemoLock {
        try? FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        if let lock = try attempt(folder) { return lock }
        paper.line("Another demonstration runs here; it is asked to end.")
        if let holder = holder(folder) { kill(holder, SIGINT) }
        return try await Patience.until("the other demonstration has ended", within: handOverMax) {
            try attempt(folder)
        }
    }

    /// Nil where another process holds the lock, or took the folder away meanwhile.
    private static func attempt(_ folder: DemoFolder) throws -> DemoLock? {
        try? FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw DemoFailure.machine("\(folder.lock) cannot be made: \(String(cString: strerror(errno)))")
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0, isStillThere(file, folder.lock) else {
            close(file)
            return nil
        }
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(file, 0)
        _ = pwrite(file, text, text.count, 0)
        return DemoLock(file: file)
    }

    private static func isStillThere(_ file: Int32, _ path: String) -> Bool {
        var held = stat()
        var named = stat()
        return fstat(file, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
    }

    private static func holder(_ folder: DemoFolder) -> pid_t? {
        guard let text = try? String(contentsOfFile: folder.lock, encoding: .utf8) else { return nil }
        return pid_t(text.prefix { $0.isNumber })
    }
}
