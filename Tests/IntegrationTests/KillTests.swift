import Foundation
import IntegrationKit
import MariaStore
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// Deaths at any moment of a batch.
    ///
    /// The hundred deaths of the promise: `COMXFAILOVER_KILLS=100 swift test --filter KillTests`.
    @Suite(.serialized) struct KillTests {
        private static let kills = ProcessInfo.processInfo.environment["COMXFAILOVER_KILLS"].flatMap(Int.init) ?? 24

        /// What is ended in one round.
        private enum Victim: CaseIterable {
            case primaryDaemon
            case primaryDatabase
            case secondaryDaemon
            case secondaryDatabase
        }

        @Test func `nothing is lost or left different when daemons and databases are killed while rows flow`()
            async throws
        {
            try await LivePair.running { pair in
                let confirmed = try await withThrowingTaskGroup(of: (Mode, Int).self) { group in
                    for mode in Mode.allCases { group.addTask { (mode, await Self.write(on: pair.node(mode))) } }
                    do {
                        try await Self.killAll(of: pair)
                    } catch {
                        group.cancelAll()
                        throw error
                    }
                    group.cancelAll()
                    return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
                }
                try await pair.awaitCurrent(within: .seconds(90))
                try await pair.awaitEqual(Hotel.tables, within: .seconds(60))
                for node in pair.nodes {
                    try await node.command("replication", "compare")
                    let written = try #require(confirmed[node.mode])
                    #expect(written > 10)
                    let query = "SELECT COUNT(*) >= \(written) FROM comxfailover.call_record WHERE node = "
                    #expect(await node.value(query + (node.mode == .primary ? "1" : "2")) == "1")
                }
            }
        }

        /// Round after round: wait for some moment, end something, start again what does not start by itself.
        private static func killAll(of pair: LivePair) async throws {
            var deck: [Victim] = []
            for round in 1...kills {
                if deck.isEmpty { deck = Victim.allCases.shuffled() }
                try await Waiting.pass(.milliseconds(.random(in: 100...1_200)))
                switch deck.removeLast() {
                case .primaryDaemon: try await restartKilled(pair.primary)
                case .secondaryDaemon: try await restartKilled(pair.secondary)
                case .primaryDatabase: try await killDatabase(of: pair.primary)
                case .secondaryDatabase: try await killDatabase(of: pair.secondary)
                }
                // Now and then the pair comes to rest, so that deaths also meet the beginning of a catch-up.
                if round.isMultiple(of: 8) { try await pair.awaitCurrent(within: .seconds(90)) }
            }
        }

        private static func restartKilled(_ node: LiveNode) async throws {
            try node.killDaemon()
            try await Waiting.pass(.milliseconds(.random(in: 0...300)))
            try node.start()
        }

        /// The daemon starts it again; a daemon that has just been started itself may not have come to it yet.
        private static func killDatabase(of node: LiveNode) async throws {
            try await Waiting.until("a MariaDB to kill on the \(node.mode)", within: .seconds(60)) {
                node.server != nil
            }
            try node.killDatabase()
        }

        /// Writes all that this node may write, in small transactions, until it is told to stop. Whether a statement
        /// that broke off was committed is not known. Gives how many transactions certainly were.
        private static func write(on node: LiveNode) async -> Int {
            let connection = MariaConnection(
                endpoint: .socket(node.databaseFolder + "/mariadb.sock", user: PrivateServer.systemUser))
            var number = 0
            var confirmed = 0
            while !Task.isCancelled {
                number += 1
                let statements = statements(number, node.mode)
                let isDone: Void? = try? await connection.perform { session in
                    try session.transaction { session in
                        for statement in statements { try session.script(statement) }
                    }
                }
                if isDone != nil { confirmed += 1 }
                let pause = isDone == nil ? Duration.milliseconds(100) : .milliseconds(.random(in: 0...20))
                try? await Waiting.pass(pause)
            }
            await connection.close()
            return confirmed
        }

        private static func statements(_ number: Int, _ mode: Mode) -> [String] {
            let own = mode == .primary ? 1 : 2
            let room = "\(Int.random(in: 100...160))"
            var statements = [
                Hotel.callRecord(node: own, sequence: number).replacing("INSERT INTO", with: "INSERT IGNORE INTO"),
                Hotel.pin("\(Int.random(in: 200...230))", "\(Int.random(in: 1_000...9_999))"),
            ]
            switch mode {
            case .primary:
                statements.append(
                    Bool.random()
                        ? Hotel.room(room, name: "room \(number)")
                        : "DELETE FROM comxfailover.room WHERE room = '\(room)'")
                statements.append(Hotel.speedDial("\(Int.random(in: 1...20))", "\(number)"))
            case .secondary:
                statements.append(Hotel.doNotDisturb(room, isOn: Bool.random()))
                statements.append(
                    Hotel.stay(node: 2, number: number, room: room)
                        .replacing("INSERT INTO", with: "INSERT IGNORE INTO"))
            }
            return statements
        }
    }
}
