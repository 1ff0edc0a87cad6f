import Vocabulary

/// Brings a database to the structure this program needs, step by step, each noted when it is complete.
package struct SchemaMigrator: Sendable {
    /// How long to wait for another program that migrates, or for a lock on a table, in seconds.
    package static let waitMax = 30
    private static let lock = "comxfailover_migration"

    private let migrations: [SchemaMigration]
    private let wait: Int

    /// `wait` is in seconds.
    package init(_ migrations: [SchemaMigration] = SchemaMigrations.all, wait: Int = waitMax) {
        precondition(Set(migrations.map(\.number)).count == migrations.count, "two migrations with one number")
        self.migrations = migrations.sorted { $0.number < $1.number }
        self.wait = wait
    }

    /// Applies what is missing and gives the numbers of the steps it applied, which are none on a second run.
    ///
    /// Throws `MigrationFailure`, or `MariaError` where the database itself fails.
    @discardableResult
    package func migrate(_ session: MariaSession) throws -> [Int] {
        try Schemas.create(on: session)
        try session.script("SET SESSION lock_wait_timeout = \(wait)")
        try take(session)
        defer { try? release(session) }
        let applied = try appliedNumbers(session)
        let unknown = applied.subtracting(migrations.map(\.number))
        guard unknown.isEmpty else { throw MigrationFailure.databaseNewer(unknown: unknown.sorted()) }
        let missing = migrations.filter { !applied.contains($0.number) }
        for migration in missing { try apply(migration, session) }
        return missing.map(\.number)
    }

    private func apply(_ migration: SchemaMigration, _ session: MariaSession) throws {
        do {
            for statement in migration.statements { try session.script(statement) }
            try session.execute(
                """
                INSERT INTO comxfailover_node.schema_migration (number, name, applied_at)
                VALUES (?, ?, UTC_TIMESTAMP(6))
                """,
                [.integer(Int64(migration.number)), .text(migration.name)])
        } catch {
            throw MigrationFailure.step(number: migration.number, name: migration.name, error)
        }
    }

    private func appliedNumbers(_ session: MariaSession) throws -> Set<Int> {
        try session.script(
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.schema_migration (
              number INT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'the step''s number in the program',
              name VARCHAR(100) NOT NULL COMMENT 'what the step brought',
              applied_at DATETIME(6) NOT NULL COMMENT 'when it was complete, UTC'
            ) ENGINE=InnoDB COMMENT='steps of the structure that are complete'
            """)
        let rows = try session.query("SELECT number FROM comxfailover_node.schema_migration")
        return try Set(rows.map { Int(try $0.unsigned("number")) })
    }

    private func take(_ session: MariaSession) throws {
        let rows = try session.query(
            "SELECT GET_LOCK(?, ?) AS taken", [.text(Self.lock), .integer(Int64(wait))])
        guard rows.first?["taken"] == .integer(1) else { throw MigrationFailure.busy }
    }

    private func release(_ session: MariaSession) throws {
        try session.query("SELECT RELEASE_LOCK(?)", [.text(Self.lock)])
        try session.script("SET SESSION lock_wait_timeout = DEFAULT")
    }
}
