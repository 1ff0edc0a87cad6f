import Dispatch
import Glibc
import Ports

/// Watches single files through the kernel's inotify, each on a thread of its own outside the cooperative pool.
///
/// Many quick writes become few events: at most one a `pauseMilliseconds`.
package struct InotifyWatch: FileWatchPort {
    /// The least time between two events of one file.
    static let pauseMilliseconds: Int32 = 1
    /// How often a file that is not there is looked for; an event comes each time.
    static let searchMilliseconds: Int32 = 1_000

    package init() {}

    package func writes(to path: String) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
        guard let loop = InotifyLoop(path: path, report: { continuation.yield() }) else {
            continuation.finish()
            return stream
        }
        let stop = loop.stop
        continuation.onTermination = { _ in stop.signal() }
        DispatchQueue(label: "file-watch", qos: .userInitiated).async { loop.run() }
        return stream
    }
}
