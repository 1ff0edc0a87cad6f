import Vocabulary

/// The gate that every captured write passes, and that can be closed for a moment.
///
/// *Intuition.* A trigger names `capture_failure`, so the server itself takes a shared lock on that table's name for
/// every transaction in which a trigger ran, before the trigger's first statement and until the transaction ends.
/// Whoever gets the table for himself knows that no such transaction is open, and that none begins until he lets go;
/// while he waits for it, those who come later wait behind him. Nobody reads that table for long, the peer not at all.
///
/// Nothing a session may set turns that lock off, and it costs the writer nothing. It belongs to a connection, though:
/// a transaction that was prepared for two-phase commit and left by its connection is behind the gate unseen. So one
/// who must be sure asks for those as well.
struct CaptureGate {
    /// A session for nothing else: its locks are the gate, and end with it.
    let session: MariaSession

    init(connecting endpoint: MariaEndpoint) throws(MariaError) { session = try MariaSession(connecting: endpoint) }

    init(_ session: MariaSession) { self.session = session }

    /// How long the server lets a closed gate's connection be silent: then it ends it, and the gate is open. A daemon
    /// that was frozen in between keeps the writers waiting no longer than that; one that works asks much sooner.
    static let silentSeconds = 5

    /// Closes the gate as soon as nobody is inside.
    ///
    /// - Parameter seconds: how long that is waited for, while writers wait behind it; 0 makes nobody wait.
    /// - Throws: `MariaError` 1205 where somebody was inside all the time.
    func close(waiting seconds: Int) throws(MariaError) {
        try session.script("SET wait_timeout = \(Self.silentSeconds)")
        do {
            try session.script(
                "LOCK TABLES comxfailover_node.capture_failure WRITE \(seconds == 0 ? "NOWAIT" : "WAIT \(seconds)")")
        } catch {
            try? session.script(Self.patience)
            throw error
        }
    }

    func open() throws(MariaError) {
        try session.script("UNLOCK TABLES")
        try session.script(Self.patience)
    }

    /// The server's own patience with a silent connection, while its gate is open.
    private static let patience = "SET wait_timeout = DEFAULT"

    /// Throws where the gate's connection was lost, and with it the gate: somebody may have passed.
    func requireClosed() throws(MariaError) { try session.ping() }

    /// What is said to one who must be sure, while such a transaction waits.
    static let forsaken = MariaError(
        number: 1205,
        message: "a transaction that was prepared for two-phase commit waits for its end; XA RECOVER lists it, "
            + "XA COMMIT or XA ROLLBACK ends it")

    /// Whether a transaction was left behind by its connection, to be committed some day.
    func hasForsaken() throws(MariaError) -> Bool { try !session.query("XA RECOVER").isEmpty }
}
