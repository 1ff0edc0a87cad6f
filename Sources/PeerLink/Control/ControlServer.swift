import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Ports
import Vocabulary
import Wire

/// The control port's listening side: lets the peer in, and nobody else, and has its requests answered.
package final class ControlServer: Sendable {
    /// Connections that may be open at once; the peer needs one, and a spare for each that died unnoticed.
    package static let connectionsMax = 4
    /// Requests of one connection that may be answered at once; further ones wait.
    package static let requestsMax = 8
    /// Requests of one connection that may wait; a peer that sends more is cut off.
    package static let requestsWaitingMax = 128
    /// A connection that says nothing for this long is closed; the peer asks something every second.
    package static let idleMax = Duration.seconds(15)
    /// How long a caller may take to prove the secret.
    package static let proofMax = Duration.seconds(5)

    private let local: HostPort
    private let peerHost: String
    private let contexts: TLSContexts
    private let answering: any ControlAnswering
    private let group: any EventLoopGroup
    private let clock: any ClockPort
    private let logger: Logger
    private let opened: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - peerHost: the only host that is let in; a name is resolved when the port is opened.
    ///   - opened: told the port's number each time it is opened, on the task that runs the server.
    package init(
        local: HostPort, peerHost: String, files: TLSFiles, answering: any ControlAnswering,
        group: any EventLoopGroup, clock: any ClockPort, logger: Logger,
        opened: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.local = local
        self.peerHost = peerHost
        contexts = TLSContexts(files: files)
        self.answering = answering
        self.group = group
        self.clock = clock
        self.logger = logger
        self.opened = opened
    }

    /// Keeps the port open until the task is cancelled; then closes it and every connection.
    package func run() async {
        var backoff = Backoff()
        while !Task.isCancelled {
            do {
                try await serve { backoff.succeeded() }
            } catch {
                report(closed: error)
            }
            try? await clock.sleep(for: backoff.pause())
        }
    }

    /// Opens the port and answers until the listener is gone; throws where it cannot be opened.
    private func serve(started: () -> Void) async throws {
        let peer = try await AddressBook.address(of: peerHost, port: 0)
        let gate = ControlGate(peer: peer, contexts: contexts, answering: answering)
        defer { gate.closeAll() }
        let listener = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { gate.admit($0) }
            .bind(host: local.host, port: local.port).get()
        started()
        opened(listener.localAddress?.port ?? local.port)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await ChannelLife.untilClosed(listener) }
            tasks.addTask { await self.serve(gate.connections) }
            try await tasks.next()
            tasks.cancelAll()
        }
    }

    private func serve(_ connections: AsyncStream<ControlConnection>) async {
        await withDiscardingTaskGroup { tasks in
            for await connection in connections {
                tasks.addTask { await self.serve(connection) }
            }
        }
    }

    /// Answers one connection until it ends.
    private func serve(_ connection: ControlConnection) async {
        await withTaskGroup(of: Void.self) { tasks in
            var running = 0
            for await frame in connection.frames {
                if running == Self.requestsMax {
                    await tasks.next()
                    running -= 1
                }
                tasks.addTask {
                    let reply = await self.reply(to: frame)
                    if !Task.isCancelled { connection.send(reply) }
                }
                running += 1
            }
            tasks.cancelAll()
        }
        connection.close()
    }

    private func reply(to frame: ControlFrame) async -> ControlFrame {
        do throws(ControlMessageError) {
            let request = try ControlRequest(frame)
            return await answering.answer(request).frame(id: frame.id)
        } catch {
            return Self.refusal(of: error).frame(id: frame.id)
        }
    }

    private static func refusal(of error: ControlMessageError) -> ControlReply {
        switch error {
        case .unknownKind(let kind):
            .failed(.init(code: .unknownMessage, words: "request \(kind) is not known here"))
        case .malformed(let kind):
            .failed(.init(code: .malformed, words: "request \(kind) could not be read"))
        }
    }

    private func report(closed error: any Error) {
        guard !Task.isCancelled else { return }
        let words = "TCP \(local): \(SystemError.words(for: error))"
        logger.warning("the control port is closed", metadata: ["reason": "\(words)"])
    }
}
