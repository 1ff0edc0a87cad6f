import Foundation
import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// What a node says of a peer that is not there, or not whole.
    @Suite(.serialized) struct AbsenceTests {
        /// The promise: a death is named in this time.
        static let naming = Duration.milliseconds(3_500)

        @Test func `a daemon killed outright is named as that within three and a half seconds`() async throws {
            try await LivePair.running { pair in
                try await Self.naming(by: pair.primary, "daemon-down") { try pair.secondary.killDaemon() }
                try pair.secondary.start()
                try await pair.awaitCurrent()
                try await Self.naming(by: pair.secondary, "daemon-down") { try pair.primary.killDaemon() }
                try pair.primary.start()
                try await pair.awaitCurrent()
            }
        }

        @Test func `a host that falls silent is named as host or path in the same time and trusted when it is back`()
            async throws
        {
            try await LivePair.running { pair in
                try await Self.naming(by: pair.primary, "host-or-path-gone") { try pair.secondary.freeze(true) }
                try await pair.primary.sql(Hotel.room("301"))
                try pair.secondary.freeze(false)
                try await pair.awaitCurrent()
                try await pair.awaitEqual(["comxfailover.room"])
            }
        }

        @Test func `a MariaDB that dies is named by the peer and started again by its own node`() async throws {
            try await LivePair.running { pair in
                let former = try #require(pair.secondary.server)
                // It is back within a second, sooner perhaps than the peer has asked twice: so it dies again.
                try await Waiting.until("the Primary names it", within: .seconds(5)) {
                    try? pair.secondary.killDatabase()
                    return await pair.primary.statusIfAny()?.peer?.diagnosis == "database-down"
                }
                try await Waiting.until("another MariaDB", within: .seconds(20)) {
                    pair.secondary.server.map { $0 != former } ?? false
                }
                try await pair.awaitCurrent()
                let decisions = try await pair.secondary.explain().map(\.decision)
                #expect(decisions.contains { $0.contains("MariaDB is down") })
                try await pair.primary.sql(Hotel.room("302"))
                try await pair.secondary.sql(Hotel.stay(node: 2, number: 2, room: "302"))
                try await pair.awaitEqual(Hotel.tables)
            }
        }

        @Test func `a closed database port is told from a database that is down`() async throws {
            try await LivePair.running { pair in
                try await pair.primary.stop()
                pair.primary.changeSettings { $0.peerDatabasePort = LivePlace.databasePort + 1 }
                try pair.primary.start()
                let report = try await pair.primary.awaitPeer("port-closed-database")
                #expect(report.peer?.cure?.contains("23307") == true)
                // The other direction does not suffer.
                try await pair.secondary.awaitPeer(nil)
                try await pair.primary.sql(Hotel.room("303"))
                try await pair.secondary.awaitValue("SELECT room FROM comxfailover.room", "303")
                try await pair.secondary.sql(Hotel.stay(node: 2, number: 3, room: "303"))
                try await pair.primary.awaitItem("stays", "waiting-for-peer")
                try await pair.primary.stop()
                pair.primary.changeSettings { $0.peerDatabasePort = LivePlace.databasePort }
                try pair.primary.start()
                try await pair.awaitCurrent()
                try await pair.awaitEqual(Hotel.tables)
            }
        }

        @Test func `without a daemon every verb says so in one line and ends with 69`() async throws {
            try await LivePair.prepared { pair in
                for words in [["status"], ["items", "list"], ["replication", "compare"], ["coverage"], ["explain"]] {
                    let outcome = try await pair.primary.verb(words)
                    #expect(outcome.status == 69)
                    #expect(outcome.output.isEmpty)
                    #expect(outcome.complaints.split(separator: "\n").count == 1)
                    #expect(outcome.complaints.contains("no daemon answers on \(pair.primary.socket)"))
                }
            }
        }

        @Test func `a second daemon on the same state folder is refused`() async throws {
            try await LivePair.running { pair in
                let outcome = try await pair.primary.program.run(["run", "--config", pair.primary.settingsFile])
                #expect(outcome.status == 75)
                #expect(outcome.complaints.split(separator: "\n").count == 1)
                try await pair.primary.awaitPeer(nil)
            }
        }

        /// Does something to the peer and measures, by the node's own clock, until it has the right name for it.
        private static func naming(
            by node: LiveNode, _ diagnosis: String, _ deed: () throws -> Void
        ) async throws {
            let began = WallTime(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
            try deed()
            let report = try await node.awaitPeer(diagnosis, within: .seconds(10))
            let since = try #require(report.peer?.since)
            #expect(since - began <= naming, "named after \((since - began).inSeconds) s")
        }
    }
}
