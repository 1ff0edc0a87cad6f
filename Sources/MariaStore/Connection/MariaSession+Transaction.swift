extension MariaSession {
    /// Runs `body` in one transaction: committed when it returns, rolled back when it throws.
    ///
    /// Transactions do not nest. An error of the commit itself that is `isConnectionLost` leaves it unknown whether
    /// the server committed.
    @discardableResult
    package func transaction<T>(
        _ kind: MariaTransaction = .readWrite, _ body: (MariaSession) throws -> T
    ) throws -> T {
        precondition(!isInTransaction, "a transaction inside a transaction")
        if !isChained || kind != .chained { try begin(kind.opening) }
        isInTransaction = true
        isChained = false
        defer { isInTransaction = false }
        do {
            let result = try body(self)
            try script(kind == .chained ? "COMMIT AND CHAIN" : "COMMIT")
            isChained = kind == .chained
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// A connection whose rollback fails is given up: the server rolls back when it notices.
    private func rollBack() {
        guard !isLost else { return }
        do { try script("ROLLBACK") } catch { isLost = true }
    }

    /// Opens a snapshot that stands until `closeSnapshot`: every statement sees the moment of the first one.
    func openSnapshot() throws(MariaError) {
        if !isChained { try script("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY") }
        isInTransaction = true
        isChained = false
    }

    /// Closes a snapshot, and leaves the way open to the next: the transaction that it stands in is begun already, and
    /// sees nothing before its first statement.
    func closeSnapshot() throws(MariaError) {
        guard isInTransaction else { return }
        isInTransaction = false
        try script("COMMIT AND CHAIN")
        isChained = true
    }

    /// Runs statements that belong to no transaction, as those on temporary tables do: a chained one stays as it is.
    func besideTransactions(_ body: () throws -> Void) rethrows {
        let wasChained = isChained
        isChained = false
        // Also after an error, so that what comes next leaves the chain.
        defer { isChained = wasChained }
        try body()
    }

    /// Ends the transaction that the one before began, and in which nothing was done, where something else comes.
    func leaveChain() throws(MariaError) {
        guard isChained else { return }
        isChained = false
        try script("ROLLBACK")
    }

    private func begin(_ statements: [String]) throws(MariaError) {
        for statement in statements { try script(statement) }
    }
}
