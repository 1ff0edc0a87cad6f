import Logging
import Ports
import ServiceLifecycle
import Vocabulary

/// Tries again to open a port that cannot be opened: what nobody can read meanwhile is no reason to stop a node.
///
/// The trouble is told once, in words that name the port and whom to ask, and taken back when the port is open.
package struct PortPatience: Sendable {
    /// The pauses between tries: each twice the one before, up to the longest.
    package static let pauseMin = Duration.seconds(1)
    package static let pauseMax = Duration.seconds(30)

    private let lack: String
    private let clock: any ClockPort
    private let logger: Logger
    private let warn: @Sendable (String?) -> Void

    /// - Parameters:
    ///   - lack: what is missing while the port is shut, such as "the metrics page is not served".
    ///   - warn: told of the trouble, and told nil when there is none any more.
    package init(
        lack: String, clock: any ClockPort, logger: Logger, warn: @escaping @Sendable (String?) -> Void
    ) {
        self.lack = lack
        self.clock = clock
        self.logger = logger
        self.warn = warn
    }

    /// The port is open.
    func opened() { warn(nil) }

    /// Serves, again and again until `serve` returns, which it does after a graceful shutdown.
    func serving(_ serve: () async throws -> Void) async throws {
        var pause = Self.pauseMin
        var told = ""
        while true {
            do {
                return try await serve()
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                let words = "\(lack): \(error); it is tried again"
                if words != told { logger.warning("\(words)") }
                warn(words)
                told = words
            }
            guard try await rested(pause) else { return }
            pause = min(pause * 2, Self.pauseMax)
        }
    }

    /// Waits; false where the node is to stop meanwhile.
    private func rested(_ pause: Duration) async throws -> Bool {
        do {
            try await cancelWhenGracefulShutdown { try await clock.sleep(for: pause) }
            return true
        } catch {
            try Task.checkCancellation()
            return false
        }
    }
}
