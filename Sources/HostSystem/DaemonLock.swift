import Glibc

/// The right to use a state folder: one daemon at a time, held until it is released or the process ends.
///
/// The kernel drops the lock when the process dies, however it dies, so a stale file never bars a start.
package final class DaemonLock: Sendable {
    package static let fileName = "comxfailover.lock"

    package let path: String
    private let file: Int32

    /// Takes the lock of `stateFolder`, or throws at once where another process holds it.
    package init(stateFolder: String) throws(DaemonLockFailure) {
        path = stateFolder + "/" + Self.fileName
        file = try Self.locked(path, stateFolder: stateFolder)
        Self.note(processID: getpid(), in: file)
    }

    deinit { close(file) }

    /// The opened and locked file; where it throws nothing stays open.
    private static func locked(_ path: String, stateFolder: String) throws(DaemonLockFailure) -> Int32 {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .file(.latest("open", path)) }
        guard flock(file, LOCK_EX | LOCK_NB) != 0 else { return file }
        let reason = errno
        let holder = holder(in: file)
        close(file)
        guard reason == EWOULDBLOCK else { throw .file(FileFailure(operation: "lock", path: path, code: reason)) }
        throw .heldBy(processID: holder, stateFolder: stateFolder)
    }

    /// The process that wrote its number into the file; nil where none is readable.
    private static func holder(in file: Int32) -> Int32? {
        var text = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &text, text.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: text[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    /// The number is for people; the lock stands without it.
    private static func note(processID: Int32, in file: Int32) {
        let text = Array("\(processID)\n".utf8)
        guard ftruncate(file, 0) == 0 else { return }
        _ = pwrite(file, text, text.count, 0)
    }
}
