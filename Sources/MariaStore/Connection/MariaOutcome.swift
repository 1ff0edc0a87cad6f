/// What a statement without a result did.
package struct MariaOutcome: Sendable, Hashable {
    /// Rows inserted, deleted or really changed; an upsert that updates counts 2, as MariaDB counts it.
    package var affectedRows: UInt64
    /// The first number that AUTO_INCREMENT gave out; 0 where it gave none.
    package var lastInsertID: UInt64
    /// Warnings left by the statement; `SHOW WARNINGS` has their words until the next statement.
    package var warningCount: UInt32

    package init(affectedRows: UInt64 = 0, lastInsertID: UInt64 = 0, warningCount: UInt32 = 0) {
        self.affectedRows = affectedRows
        self.lastInsertID = lastInsertID
        self.warningCount = warningCount
    }
}
