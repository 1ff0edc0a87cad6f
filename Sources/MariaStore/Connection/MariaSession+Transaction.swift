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
        for statement in kind.opening { try script(statement) }
        isInTransaction = true
        defer { isInTransaction = false }
        do {
            let result = try body(self)
            try script("COMMIT")
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
}
