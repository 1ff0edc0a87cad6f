/// A connection that concurrent code may share: its own thread does the waiting, one use after another.
///
/// It connects when first used and again, at the next use, after the connection was lost.
package actor MariaConnection {
    private let executor: ThreadExecutor
    private let endpoint: MariaEndpoint
    private var session: MariaSession?
    /// The server's number of a connection that was broken off; its statement may still run over there.
    private var abandonedID: UInt?
    private var isClosed = false

    package init(endpoint: MariaEndpoint) {
        self.endpoint = endpoint
        executor = ThreadExecutor(name: "mariadb")
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Runs `body` with the session on this connection's thread; nothing else uses the session meanwhile.
    ///
    /// Cancelling the task breaks a running statement off and throws `CancellationError`; the server rolls an open
    /// transaction back. What `body` had finished by then, a commit included, stays and is returned.
    @discardableResult
    package func perform<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws -> T {
        let interrupter = MariaInterrupter()
        return try await withTaskCancellationHandler {
            try use(interrupter, body)
        } onCancel: {
            interrupter.interrupt()
        }
    }

    /// Closes the connection for good, after the uses that were asked for before.
    package func close() async {
        session = nil
        isClosed = true
    }

    private func use<T>(_ interrupter: MariaInterrupter, _ body: (MariaSession) throws -> T) throws -> T {
        try Task.checkCancellation()
        let session = try openSession()
        guard interrupter.arm(session.socket) else { throw CancellationError() }
        let result = Result { try body(session) }
        let wasInterrupted = interrupter.disarm()
        if wasInterrupted { abandonedID = session.connectionID }
        if wasInterrupted || session.isLost { self.session = nil }
        if wasInterrupted, case .failure = result { throw CancellationError() }
        return try result.get()
    }

    private func openSession() throws -> MariaSession {
        guard !isClosed else { throw MariaError(number: 2006, message: "this connection was closed") }
        if let session { return session }
        let fresh = try MariaSession(connecting: endpoint)
        endAbandoned(from: fresh)
        session = fresh
        return fresh
    }

    /// A statement broken off here may hold locks there until the server notices; it is told so.
    ///
    /// A server that was started anew counts from the beginning: then the number would name somebody else.
    private func endAbandoned(from fresh: MariaSession) {
        guard let abandonedID else { return }
        self.abandonedID = nil
        guard abandonedID < fresh.connectionID else { return }
        // The connection is usually gone already, which is what was wanted.
        _ = try? fresh.script("KILL \(abandonedID)")
    }
}
