import Foundation
import IntegrationKit
import MariaStore
import Ports
import SeededTestKit
import Testing
import Vocabulary

extension LiveTests {
    /// Deaths at any moment of a batch: a hundred, at moments drawn from a seed that the error output tells.
    ///
    /// Both can be given: `COMXFAILOVER_KILLS=24 COMXFAILOVER_KILL_SEED=4711 swift test --filter KillTests`. The same
    /// seed draws the same moments, victims and writes; what the machine makes of them is its own.
    @Suite(.serialized) struct KillTests {
        private static let kills = number("COMXFAILOVER_KILLS").map { Int($0) } ?? 100
        private static let seed = number("COMXFAILOVER_KILL_SEED") ?? .random(in: 1...999_999)

        /// What is ended in one round.
        private enum Victim: CaseIterable {
            case primaryDaemon
            case primaryDatabase
            case secondaryDaemon
            case secondaryDatabase
        }

        @Test func `nothing confirmed is lost when daemons and databases are killed while rows flow`() async throws {
            FileHandle.standardError.write(Data("\(Self.kills) deaths, COMXFAILOVER_KILL_SEED=\(Self.seed)\n".utf8))
            try await LivePair.running { pair in
                let books = try await withThrowingTaskGroup(of: Book.self) { group in
                    for mode in Mode.allCases {
                        let dice = Seeded(seed: Self.seed &+ UInt64(mode.number))
                        group.addTask { await Self.write(on: pair.node(mode), dice) }
                    }
                    do {
                        try await Self.killAll(of: pair, Seeded(seed: Self.seed))
                    } catch {
                        group.cancelAll()
                        throw error
                    }
                    group.cancelAll()
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                try await pair.awaitCurrent(within: .seconds(90))
                try await pair.awaitEqual(Hotel.tables, within: .seconds(60))
                for book in books {
                    #expect(book.inserts > 10 && book.updates > 10 && book.deletions > 10)
                }
                for node in pair.nodes {
                    try await node.command("replication", "compare")
                    let lost = try await Self.lost(on: node, books)
                    #expect(lost == [], "lost on the \(node.mode), seed \(Self.seed)")
                }
            }
        }

        private static func number(_ variable: String) -> UInt64? {
            ProcessInfo.processInfo.environment[variable].flatMap(UInt64.init)
        }

        /// Round after round: wait for some moment, end something, start again what does not start by itself.
        private static func killAll(of pair: LivePair, _ dice: Seeded) async throws {
            var dice = dice
            var deck: [Victim] = []
            for round in 1...max(1, kills) {
                if deck.isEmpty { deck = Victim.allCases.shuffled(using: &dice) }
                let moment = Int.random(in: 100...1_200, using: &dice)
                let absence = Duration.milliseconds(Int.random(in: 0...300, using: &dice))
                try await Waiting.pass(.milliseconds(moment))
                switch deck.removeLast() {
                case .primaryDaemon: try await restartKilled(pair.primary, after: absence)
                case .secondaryDaemon: try await restartKilled(pair.secondary, after: absence)
                case .primaryDatabase: try await killDatabase(of: pair.primary)
                case .secondaryDatabase: try await killDatabase(of: pair.secondary)
                }
                // Now and then the pair comes to rest, so that deaths also meet the beginning of a catch-up.
                if round.isMultiple(of: 8) { try await pair.awaitCurrent(within: .seconds(90)) }
            }
        }

        private static func restartKilled(_ node: LiveNode, after absence: Duration) async throws {
            try node.killDaemon()
            try await Waiting.pass(absence)
            try node.start()
        }

        /// The daemon starts it again; a daemon that has just been started itself may not have come to it yet.
        private static func killDatabase(of node: LiveNode) async throws {
            try await Waiting.until("a MariaDB to kill on the \(node.mode)", within: .seconds(60)) {
                node.server != nil
            }
            try node.killDatabase()
        }

        /// The tables that are written, each under one key and with one column that tells a write from every other.
        private enum Table: CaseIterable {
            case room, speedDial, doNotDisturb, stay, pin, callRecord

            /// The table, its key and its mark, in SQL.
            var names: (table: String, key: String, mark: String) {
                switch self {
                case .room: ("comxfailover.room", "room", "name")
                case .speedDial: ("comxfailover.speed_dial", "code", "number")
                case .doNotDisturb: ("comxfailover.room_do_not_disturb", "room", "changed_by")
                case .stay: ("comxfailover.stay", "number", "reservation")
                case .pin: ("comxfailover.personal_voicemail_pin", "extension", "pin")
                case .callRecord: ("comxfailover.call_record", "CONCAT(node, '-', sequence)", "call_id")
                }
            }

            /// The statement that inserts or updates a row.
            func putting(_ key: String, _ mark: String) -> String {
                switch self {
                case .room: Hotel.room(key, name: mark)
                case .speedDial: Hotel.speedDial(key, mark)
                case .pin: Hotel.pin(key, mark)
                case .doNotDisturb:
                    """
                    INSERT INTO comxfailover.room_do_not_disturb (room, is_on, changed_at, changed_from, changed_by)
                      VALUES ('\(key)', 1, UTC_TIMESTAMP(6), 'desk', '\(mark)')
                      ON DUPLICATE KEY UPDATE changed_at = VALUES(changed_at), changed_by = VALUES(changed_by)
                    """
                case .stay:
                    """
                    INSERT INTO comxfailover.stay (node, number, room, reservation, arrived_at)
                      VALUES (2, \(key), '101', '\(mark)', UTC_TIMESTAMP(6))
                      ON DUPLICATE KEY UPDATE reservation = VALUES(reservation)
                    """
                case .callRecord:
                    // The key is "<node>-<sequence>", the mark what the statement makes of it.
                    Hotel.callRecord(
                        node: Int(key.prefix { $0 != "-" }) ?? 0, sequence: Int(key.drop { $0 != "-" }.dropFirst()) ?? 0
                    )
                }
            }

            func deleting(_ key: String) -> String { "DELETE FROM \(names.table) WHERE \(names.key) = '\(key)'" }
        }

        /// A row's place.
        private struct Place: Hashable {
            let table: Table
            let key: String
        }

        /// One statement of a program: what the row holds afterwards, nil where it is gone.
        private struct Change {
            let place: Place
            let mark: String?

            var statement: String {
                mark.map { place.table.putting(place.key, $0) } ?? place.table.deleting(place.key)
            }
        }

        /// What one node's program was told of its writes.
        private struct Book {
            /// The writes of a row of which one must stand in the end, where nobody else wrote it.
            struct Chain {
                /// The last that was confirmed, and every later one whose end is not known.
                var marks: [String?] = []
                var isConfirmed = false
            }

            private(set) var chains: [Place: Chain] = [:]
            private(set) var inserts = 0
            private(set) var updates = 0
            private(set) var deletions = 0

            /// A transaction is about to be tried: from now on it may be committed, whatever is heard of it.
            mutating func attempted(_ changes: [Change]) {
                for change in changes { chains[change.place, default: Chain()].marks.append(change.mark) }
            }

            /// The database said that it is committed; what was tried before it does not matter any more.
            mutating func confirmed(_ changes: [Change], over former: Book) {
                for change in changes {
                    let before = former.chains[change.place]?.marks.last ?? nil
                    switch (before, change.mark) {
                    case (nil, .some): inserts += 1
                    case (.some, .some): updates += 1
                    case (.some, nil): deletions += 1
                    case (nil, nil): break
                    }
                    chains[change.place] = Chain(marks: [change.mark], isConfirmed: true)
                }
            }
        }

        /// Writes all that this node may write, in small transactions, until it is told to stop. Whether a statement
        /// that broke off was committed is not known.
        private static func write(on node: LiveNode, _ dice: Seeded) async -> Book {
            let connection = MariaConnection(
                endpoint: .socket(node.databaseFolder + "/mariadb.sock", user: PrivateServer.systemUser))
            var dice = dice
            var book = Book()
            var number = 0
            while !Task.isCancelled {
                number += 1
                let changes = changes(number, node.mode, &dice)
                let former = book
                book.attempted(changes)
                let isDone: Void? = try? await connection.perform { session in
                    try session.transaction { session in
                        for change in changes { try session.script(change.statement) }
                    }
                }
                if isDone != nil { book.confirmed(changes, over: former) }
                let pause = isDone == nil ? 100 : Int.random(in: 0...20, using: &dice)
                try? await Waiting.pass(.milliseconds(pause))
            }
            await connection.close()
            return book
        }

        private static func changes(_ number: Int, _ mode: Mode, _ dice: inout Seeded) -> [Change] {
            let own = Int(mode.number)
            let mark = "\(own)\(1_000_000 + number)"
            var changes = [
                Change(place: Place(table: .callRecord, key: "\(own)-\(number)"), mark: "call-\(own)-\(number)"),
                change(.pin, among: 200...230, mark, &dice),
            ]
            switch mode {
            case .primary:
                changes.append(change(.room, among: 100...160, mark, &dice))
                changes.append(change(.speedDial, among: 1...20, mark, &dice))
            case .secondary:
                changes.append(change(.doNotDisturb, among: 100...160, mark, &dice))
                changes.append(change(.stay, among: 1...40, mark, &dice))
            }
            return changes
        }

        /// Every third is a deletion; the others insert or update, as it happens.
        private static func change(
            _ table: Table, among keys: ClosedRange<Int>, _ mark: String, _ dice: inout Seeded
        ) -> Change {
            let place = Place(table: table, key: "\(Int.random(in: keys, using: &dice))")
            return Change(place: place, mark: Int.random(in: 0..<3, using: &dice) == 0 ? nil : mark)
        }

        /// The rows of a node that hold neither the last write that was confirmed nor a later one, in words.
        private static func lost(on node: LiveNode, _ books: [Book]) async throws -> [String] {
            var lost: [String] = []
            for table in Table.allCases {
                let names = table.names
                let found = try await node.rows("SELECT \(names.key), \(names.mark) FROM \(names.table)")
                let marks = Dictionary(found.map { ($0[0], $0[1]) }) { first, _ in first }
                let places = Set(books.flatMap(\.chains.keys)).filter { $0.table == table }
                for place in places.sorted(by: { $0.key < $1.key }) {
                    let chains = books.compactMap { $0.chains[place] }
                    // Where no write of a row was ever confirmed it may also be as it was in the beginning: absent.
                    let beginning: [String?] = chains.contains(where: \.isConfirmed) ? [] : [nil]
                    let allowed = chains.flatMap(\.marks) + beginning
                    guard !allowed.contains(marks[place.key]) else { continue }
                    let wanted = allowed.map { $0 ?? "nothing" }.joined(separator: " or ")
                    lost.append("\(names.table) \(place.key) holds \(marks[place.key] ?? "nothing"), not \(wanted)")
                }
            }
            return lost
        }
    }
}
