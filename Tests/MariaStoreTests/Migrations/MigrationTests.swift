import MariaStore
import MariaTestKit
import Testing
import Vocabulary

extension MariaStoreTests {
    /// These share the node's schemas, so they run one after another.
    @Suite(.serialized) struct MigrationTests {
        private func session() throws -> MariaSession {
            let session = try MariaSession(connecting: ThrowawayServer.current.administrator)
            for schema in [Schemas.hotel, Schemas.node, Schemas.feed] {
                try session.script("DROP DATABASE IF EXISTS \(MariaIdentifier.quoted(schema))")
            }
            return session
        }

        @Test func `an empty database gets every step once, in order`() throws {
            let session = try session()
            #expect(try SchemaMigrator().migrate(session) == SchemaMigrations.all.map(\.number))
            #expect(try SchemaMigrator().migrate(session).isEmpty)
        }

        @Test func `every step may run again after a crash in its middle`() throws {
            let session = try session()
            try SchemaMigrator().migrate(session)
            try session.execute("DELETE FROM comxfailover_node.schema_migration")
            #expect(try SchemaMigrator().migrate(session) == SchemaMigrations.all.map(\.number))
        }

        @Test func `a step that fails is named, and the next run goes on from there`() throws {
            let session = try session()
            let creating = ["CREATE TABLE IF NOT EXISTS comxfailover.a (k INT)"]
            let good = SchemaMigration(number: 1, name: "good", statements: creating)
            let bad = SchemaMigration(number: 2, name: "bad", statements: ["CREATE TABLE comxfailover.a (k INT)"])
            let failure = #expect(throws: MigrationFailure.self) { try SchemaMigrator([bad, good]).migrate(session) }
            guard case .step(2, "bad", let error)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error.number == 1050)
            let mended = SchemaMigration(number: 2, name: "bad", statements: ["CREATE TABLE comxfailover.b (k INT)"])
            #expect(try SchemaMigrator([good, mended]).migrate(session) == [2])
        }

        @Test func `a step with a lower number that comes later is applied all the same`() throws {
            let session = try session()
            try SchemaMigrator([SchemaMigration(number: 100, name: "late", statements: [])]).migrate(session)
            let both = [100, 7].map { SchemaMigration(number: $0, name: "step", statements: []) }
            #expect(try SchemaMigrator(both).migrate(session) == [7])
        }

        @Test func `a database of a newer program is refused with the reason`() throws {
            let session = try session()
            try SchemaMigrator([SchemaMigration(number: 900, name: "future", statements: [])]).migrate(session)
            let failure = #expect(throws: MigrationFailure.databaseNewer(unknown: [900])) {
                try SchemaMigrator([]).migrate(session)
            }
            #expect(failure?.description.contains("made by a newer comxfailover") == true)
        }

        @Test func `two programs do not migrate at once`() throws {
            let session = try session()
            let other = try MariaSession(connecting: ThrowawayServer.current.administrator)
            try other.query("SELECT GET_LOCK('comxfailover_migration', 0)")
            #expect(throws: MigrationFailure.busy) { try SchemaMigrator([], wait: 1).migrate(session) }
            try other.query("SELECT RELEASE_LOCK('comxfailover_migration')")
            #expect(try SchemaMigrator([], wait: 1).migrate(session).isEmpty)
            #expect(try other.query("SELECT IS_FREE_LOCK('comxfailover_migration') AS free")[0].bool("free"))
        }

        @Test func `every hotel table belongs to one item, has a key, InnoDB and a comment on each column`() throws {
            let session = try session()
            try SchemaMigrator().migrate(session)
            let numbers = SchemaMigrations.all.map(\.number)
            #expect(numbers == Set(numbers).sorted())
            let claimed = HotelTables.items.flatMap(\.tables)
            #expect(Set(claimed).count == claimed.count)
            for table in claimed {
                let name: [MariaValue] = [.text(table.schema), .text(table.name)]
                let facts = try session.query(
                    """
                    SELECT ENGINE, TABLE_COLLATION, TABLE_COMMENT FROM information_schema.TABLES
                    WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
                    """, name)
                try #require(facts.count == 1, "\(table) is missing")
                #expect(try facts[0].text("ENGINE") == "InnoDB")
                #expect(try facts[0].text("TABLE_COLLATION").hasPrefix("utf8mb4"))
                #expect(try !facts[0].text("TABLE_COMMENT").isEmpty, "\(table) has no comment")
                let columns = try session.query(
                    """
                    SELECT COLUMN_NAME, COLUMN_KEY, COLUMN_COMMENT FROM information_schema.COLUMNS
                    WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?
                    """, name)
                #expect(columns.contains { $0["COLUMN_KEY"] == .text("PRI") }, "\(table) has no primary key")
                for column in columns where column["COLUMN_COMMENT"] == .text("") {
                    Issue.record("\(table).\(column["COLUMN_NAME"]) has no comment")
                }
            }
        }

        @Test func `no foreign key leaves its item or cascades`() throws {
            let session = try session()
            try SchemaMigrator().migrate(session)
            let rows = try session.query(
                """
                SELECT TABLE_NAME, REFERENCED_TABLE_NAME, DELETE_RULE, UPDATE_RULE
                FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?
                """, [.text(Schemas.hotel)])
            #expect(rows.count == 8)
            for row in rows {
                let child = TableName(schema: Schemas.hotel, name: try row.text("TABLE_NAME"))
                let parent = TableName(schema: Schemas.hotel, name: try row.text("REFERENCED_TABLE_NAME"))
                let item = HotelTables.items.first { $0.tables.contains(child) }
                #expect(item?.tables.contains(parent) == true, "\(child) refers to \(parent)")
                #expect(try ["RESTRICT", "NO ACTION"].contains(row.text("DELETE_RULE")))
                #expect(try ["RESTRICT", "NO ACTION"].contains(row.text("UPDATE_RULE")))
            }
        }

        @Test func `the hotel's tables refuse what makes no sense`() throws {
            let session = try session()
            try SchemaMigrator().migrate(session)
            let refused = [
                "INSERT INTO comxfailover.class_of_service (code, name) VALUES (0, 'none')",
                "INSERT INTO comxfailover.stay (node, number, room, arrived_at) VALUES (3, 1, '101', UTC_TIMESTAMP(6))",
                "INSERT INTO comxfailover.user_account (login, display_name) VALUES ('Anna', 'Anna')",
                "INSERT INTO comxfailover.user_role (login, role) VALUES ('nobody', 'user')",
                "INSERT INTO comxfailover.guest_gateway (name, address, ports_max) VALUES ('attic', 'upstairs', 24)",
                "INSERT INTO comxfailover.ring_group (number, name, ring_seconds) VALUES ('600', 'Desk', 0)",
                "INSERT INTO comxfailover.ring_group_member (number, place, extension) VALUES ('600', 1, '201')",
                """
                INSERT INTO comxfailover_node.call_route_trunk (route, place, trunk) VALUES ('city', 1, 'nowhere')
                """,
                "INSERT INTO comxfailover.speed_dial (code, label, number) VALUES ('a', 'b', '1')",
                """
                INSERT INTO comxfailover.room_housekeeping (room, status, changed_at, changed_from)
                VALUES ('1', 'wet', UTC_TIMESTAMP(6), 'desk')
                """,
            ]
            for statement in refused {
                #expect(throws: MariaError.self, "\(statement)") { try session.execute(statement) }
            }
            try session.execute(
                "INSERT INTO comxfailover.guest_gateway (name, address, ports_max) VALUES ('attic', '2001:db8::7', 24)")
        }
    }
}
