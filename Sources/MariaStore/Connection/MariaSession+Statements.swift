extension MariaSession {
    /// Runs a statement with bound values; a result, where there is one, is thrown away.
    @discardableResult
    package func execute(_ sql: String, _ bindings: [MariaValue] = []) throws(MariaError) -> MariaOutcome {
        try prepared(sql) { (statement) throws(MariaError) in
            try statement.execute(bindings)
            let outcome = statement.outcome
            statement.discardResults()
            return outcome
        }
    }

    /// Runs a statement with bound values and gives its whole result.
    @discardableResult
    package func query(_ sql: String, _ bindings: [MariaValue] = []) throws(MariaError) -> [MariaRow] {
        var rows: [MariaRow] = []
        do {
            try forEachRow(sql, bindings) { rows.append($0) }
        } catch let error as MariaError {
            throw error
        } catch {
            preconditionFailure("collecting rows threw \(error)")
        }
        return rows
    }

    /// Runs a statement with bound values and gives its rows one by one as they arrive, however many there are.
    ///
    /// The session is busy until the last row: `body` must not use it. An error of `body` ends the reading; the
    /// rest of the result is received and thrown away.
    package func forEachRow(
        _ sql: String, _ bindings: [MariaValue] = [], _ body: (MariaRow) throws -> Void
    ) throws {
        let statement = try prepared(sql) { (statement) throws(MariaError) in
            try statement.execute(bindings)
            return statement
        }
        guard statement.hasResult else { return statement.discardResults() }
        do {
            try statement.readRows(body)
        } catch let error as MariaError {
            throw noted(error)
        }
    }

    /// Runs `body` with the prepared statement; prepares it once more where the server asks for that.
    func prepared<Result>(
        _ sql: String, _ body: (PreparedStatement) throws(MariaError) -> Result
    ) throws(MariaError) -> Result {
        try leaveChain()
        do {
            return try body(try statement(for: sql))
        } catch {
            let error = noted(error)
            if error.asksForPreparation || error.tellsOfNewColumns { statements.forget(sql) }
            guard error.asksForPreparation || (error.tellsOfNewColumns && sql.onlyReads) else { throw error }
        }
        do {
            return try body(try statement(for: sql))
        } catch {
            throw noted(error)
        }
    }

    private func statement(for sql: String) throws(MariaError) -> PreparedStatement {
        if let statement = statements.statement(for: sql) { return statement }
        let statement = try PreparedStatement(sql, on: connection)
        statements.keep(statement)
        return statement
    }
}

extension String {
    /// Whether a statement that has run already may simply run again.
    fileprivate var onlyReads: Bool {
        let verb = drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }.uppercased()
        return ["SELECT", "WITH", "SHOW"].contains(verb)
    }
}
