import Glibc
import HostSystem
import Logging
import MariaStore
import Ports
import Vocabulary

/// Notices commits of a server that others run: it tells where its engine writes its log, and that file is watched.
///
/// Where the file is on another machine, or this user may not read it, the slow look of `replication.poll_ms` is left.
struct NamedServerCommits: Sendable {
    /// How long between two questions to a server that does not answer.
    static let askEvery = Duration.seconds(2)

    let place: EngineLogPlace
    let clock: SystemClock
    let logger: Logger

    /// Waits until the server told where its log is; then a notice for every commit.
    func notices() async -> AsyncStream<Void> {
        while !Task.isCancelled {
            if let path = try? await place.path() {
                guard access(path, R_OK) != 0 else { return InotifyWatch().writes(to: path) }
                logger.notice(
                    "commits are noticed by the slow look alone: this user may not read the engine's log",
                    metadata: ["file": "\(path)"])
                break
            }
            do { try await clock.sleep(for: Self.askEvery) } catch { break }
        }
        return AsyncStream { $0.finish() }
    }
}
