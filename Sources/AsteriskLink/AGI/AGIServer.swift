import Logging
import NIOCore
import NIOPosix
import Ports
import Vocabulary
import Wire

/// Where this machine's Asterisk hands over calls (FastAGI); it listens on loopback alone.
///
/// A port that another program has is no reason to stop a node: it is warned of and tried again, and the dialplan tells
/// callers meanwhile that features cannot be had.
package final class AGIServer: Sendable {
    /// Calls that may be here at once.
    package static let callsMax = 128
    /// The pauses between tries to open the port: each twice the one before, up to the longest.
    package static let pauseMin = Duration.seconds(1)
    package static let pauseMax = Duration.seconds(30)
    private static let host = "127.0.0.1"

    private let port: Int
    private let answering: any AGIAnswering
    private let group: any EventLoopGroup
    private let clock: any ClockPort
    private let logger: Logger
    private let warn: @Sendable (String?) -> Void
    private let opened: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - port: 0 lets the system choose.
    ///   - warn: told why there are no features, and nil once there are.
    ///   - opened: told the port's number each time it is opened.
    package init(
        port: Int, answering: any AGIAnswering, group: any EventLoopGroup, clock: any ClockPort, logger: Logger,
        warn: @escaping @Sendable (String?) -> Void, opened: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.port = port
        self.answering = answering
        self.group = group
        self.clock = clock
        self.logger = logger
        self.warn = warn
        self.opened = opened
    }

    /// Keeps the port open until the task is cancelled; then closes it and every call.
    package func run() async {
        var pause = Self.pauseMin
        var told = ""
        while !Task.isCancelled {
            do {
                try await serve { pause = Self.pauseMin }
            } catch {
                let words = self.words(for: error)
                if words != told { logger.warning("\(words)") }
                told = words
                warn(words)
            }
            try? await clock.sleep(for: pause)
            pause = min(pause * 2, Self.pauseMax)
        }
    }

    private func words(for error: any Error) -> String {
        "phones get no feature codes: cannot listen on \(Self.host):\(port): \(SocketWords.text(for: error)); "
            + "`ss -ltnp 'sport = :\(port)'` names who has the port; it is tried again"
    }

    /// Opens the port and answers until the listener is gone; throws where it cannot be opened.
    private func serve(started: () -> Void) async throws {
        let gate = AGIGate(clock: clock)
        defer { gate.closeAll() }
        let listener = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: Int32(Self.callsMax))
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { gate.admit($0) }
            .bind(host: Self.host, port: port).get()
        started()
        warn(nil)
        opened(listener.localAddress?.port ?? port)
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                await withTaskCancellationHandler {
                    try? await listener.closeFuture.get()
                } onCancel: {
                    listener.close(promise: nil)
                }
            }
            tasks.addTask { await self.answer(gate.calls) }
            await tasks.next()
            gate.closeAll()
            tasks.cancelAll()
        }
    }

    private func answer(_ calls: AsyncStream<AGICall>) async {
        await withDiscardingTaskGroup { tasks in
            for await call in calls {
                tasks.addTask {
                    await self.answering.answer(call)
                    call.giveBack()
                }
            }
        }
    }
}
