import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension ReplicaTests {
    /// A node whose clock was set back: what it writes over a row of the peer's is later than all its own there.
    @Suite struct OwnClockTests {
        @Test func `a node's next write is later than all of its own that have lost`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'x')")
                try await pair.ship()
                try await owns(.secondary, 3, on: pair.secondary)
                try await pair.secondary.run("UPDATE hotel.t SET v = 'new owner'")
                try await pair.primary.run("UPDATE hotel.t SET v = 'loses'")
                let number = try await pair.primary.feedNumber(of: "t")
                // The clock of that time was an hour ahead of the one of now.
                try await pair.primary.run(
                    "UPDATE comxfailover_node.feed_\(number) SET clock = clock + 3600000000 WHERE k0 = 1")
                let entry = "SELECT clock FROM comxfailover_node.feed_\(number) WHERE k0 = 1"
                let lost = try #require(UInt64(try await pair.primary.word(entry) ?? ""))
                try await owns(.secondary, 3, on: pair.primary)
                #expect(try await pair.ship(to: .primary).conflicts == 1)
                try await pair.ship(to: .secondary)
                // Whatever else the peer writes meanwhile, it does not forget that.
                try await pair.secondary.run("UPDATE hotel.t SET v = 'new owner again'")
                #expect(try await pair.ship(to: .primary).conflicts == 0)
                let peers = try #require(UInt64(try await pair.primary.word(entry) ?? ""))
                #expect(peers < lost)
                for node in [pair.primary, pair.secondary] { try await owns(.primary, 4, on: node) }
                try await pair.primary.run("UPDATE hotel.t SET v = 'last'")
                let last = try #require(UInt64(try await pair.primary.word(entry) ?? ""))
                #expect(last > lost, "an image of the disk that has the lost row must not pass for the later one")
                #expect(try await pair.ship().conflicts == 0, "and what travels knows the peer's row as before")
                #expect(try await pair.secondary.word("SELECT v FROM hotel.t") == "last")
                #expect(try await pair.differences("t") == [])
            }
        }

        @Test func `before capture is made anew after an upgrade rows are applied and claimed, and none is lost`()
            async throws
        {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL")
                let number = try await pair.secondary.feedNumber(of: "t")
                try await pair.secondary.run("ALTER TABLE comxfailover_node.feed_\(number) DROP COLUMN own_clock")
                try await pair.secondary.run("DROP TRIGGER hotel.comxfailover_\(number)_update")
                try await pair.primary.run("INSERT INTO hotel.t VALUES (1, 'x'), (2, 'x')")
                #expect(try await pair.ship().applied == 2)
                try await pair.secondary.run(
                    """
                    UPDATE comxfailover_node.feed_\(number)
                    SET drift = 1, epoch = 2, node = 2, position = NEXTVAL(comxfailover_node.feed_sequence) WHERE k0 = 2
                    """)
                let node = pair.secondary
                try await owns(.secondary, 3, on: node)
                let entry = "SELECT drift FROM comxfailover_node.feed_\(number) WHERE k0 = 2"
                #expect(try await node.word(entry) == "0", "what was drift is a write of the new owner")
                #expect(try await node.source.arrangeCapture().refused == [:])
                try await node.run("UPDATE hotel.t SET v = 'y' WHERE id = 1")
                let clocks = "SELECT COUNT(*) FROM comxfailover_node.feed_\(number) WHERE own_clock = 0"
                #expect(try await node.word(clocks) == "2")
                try await owns(.secondary, 3, on: pair.primary)
                try await pair.ship(to: .primary)
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.primary.word("SELECT v FROM hotel.t WHERE id = 1") == "y")
            }
        }

        @Test func `a writer who takes his time puts off that capture is made anew, and loses nothing`() async throws {
            try await CopyPair.with { pair in
                try await pair.copy("t", "id INT NOT NULL PRIMARY KEY, v VARCHAR(20) NULL")
                let node = pair.primary
                let number = try await node.feedNumber(of: "t")
                try await node.run("INSERT INTO hotel.t VALUES (1, 'x')")
                try await node.run("ALTER TABLE comxfailover_node.feed_\(number) DROP COLUMN own_clock")
                try await node.run("START TRANSACTION", "INSERT INTO hotel.t VALUES (2, 'open')")
                let refused = try await node.source.arrangeCapture().refused.values.first
                #expect(refused?.contains("capture could not be installed") == true, "\(refused ?? "")")
                try await node.run("COMMIT")
                #expect(try await node.source.arrangeCapture().refused == [:])
                try await node.run("UPDATE hotel.t SET v = 'later'")
                try await pair.ship()
                #expect(try await pair.differences("t") == [])
                #expect(try await pair.secondary.word("SELECT COUNT(*) FROM hotel.t WHERE v = 'later'") == "2")
            }
        }

        private func owns(_ owner: Mode, _ epoch: UInt64, on node: CopyNode) async throws {
            try await node.source.adopt(
                ScopeReport(scope: .configuration, owner: owner, epoch: Epoch(rawValue: epoch)))
        }
    }
}
