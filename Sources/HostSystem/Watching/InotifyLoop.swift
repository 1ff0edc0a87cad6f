import Glibc

/// One thread's work for one watched file: wait, report, and find the file again where it was replaced.
struct InotifyLoop: Sendable {
    /// Writes, and what makes the watch lose its file.
    private static let interest = UInt32(IN_MODIFY | IN_MOVE_SELF | IN_DELETE_SELF | IN_ATTRIB)
    /// What the kernel says when the name may stand for another file now; `IN_ATTRIB` comes when a file that somebody
    /// holds open is removed.
    private static let loss = UInt32(IN_IGNORED | IN_MOVE_SELF | IN_DELETE_SELF | IN_ATTRIB)

    let stop: StopSignal
    private let inotify: Int32
    private let path: String
    private let report: @Sendable () -> Void

    /// Nil where the system gives no more handles.
    init?(path: String, report: @escaping @Sendable () -> Void) {
        guard let stop = StopSignal() else { return nil }
        inotify = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard inotify >= 0 else { return nil }
        self.stop = stop
        self.path = path
        self.report = report
    }

    /// Returns when the stop signal is given.
    func run() {
        defer { close(inotify) }
        while true {
            let watch = inotify_add_watch(inotify, path, Self.interest)
            report()
            if watch < 0 {
                guard !stopped(within: InotifyWatch.searchMilliseconds) else { return }
            } else {
                guard followUntilLost(watch) else { return }
                inotify_rm_watch(inotify, watch)
            }
        }
    }

    /// Reports writes until the file is gone (true) or the stop signal is given (false).
    private func followUntilLost(_ watch: Int32) -> Bool {
        while true {
            var handles = [
                pollfd(fd: inotify, events: Int16(POLLIN), revents: 0),
                pollfd(fd: stop.handle, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&handles, nfds_t(handles.count), -1)
            guard handles[1].revents == 0 else { return false }
            guard ready > 0 else { continue }
            let lost = takeEvents(of: watch)
            report()
            if lost { return true }
            guard !stopped(within: InotifyWatch.pauseMilliseconds) else { return false }
        }
    }

    private func stopped(within milliseconds: Int32) -> Bool {
        var handle = pollfd(fd: stop.handle, events: Int16(POLLIN), revents: 0)
        return poll(&handle, 1, milliseconds) > 0
    }

    /// Empties the kernel's queue; true where the file of `watch` was removed or replaced. Farewells of earlier watches
    /// are let go.
    private func takeEvents(of watch: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        var lost = false
        while true {
            let count = read(inotify, &buffer, buffer.count)
            guard count > 0 else { return lost }
            lost = Self.tellsOfLoss(buffer[..<count], of: watch) || lost
        }
    }

    private static func tellsOfLoss(_ events: ArraySlice<UInt8>, of watch: Int32) -> Bool {
        let head = MemoryLayout<inotify_event>.size
        return events.withUnsafeBytes { bytes in
            var offset = 0
            while offset + head <= bytes.count {
                let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                if event.wd == watch, event.mask & loss != 0 { return true }
                offset += head + Int(event.len)
            }
            return false
        }
    }
}
