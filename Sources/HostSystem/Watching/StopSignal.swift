import Glibc

/// Wakes a thread that waits in `poll`, once and for good.
final class StopSignal: Sendable {
    /// Becomes readable when the signal is given.
    let handle: Int32
    private let writingEnd: Int32

    /// Nil where the system gives no more handles.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        handle = ends[0]
        writingEnd = ends[1]
    }

    deinit {
        close(handle)
        close(writingEnd)
    }

    func signal() {
        var byte: UInt8 = 1
        _ = write(writingEnd, &byte, 1)
    }
}
