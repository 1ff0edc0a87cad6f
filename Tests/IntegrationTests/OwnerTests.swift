import Foundation
import HotelLogic
import IntegrationKit
import Ports
import Testing
import Vocabulary

extension LiveTests {
    /// What people do to a pair's owners at the wrong moment.
    @Suite(.serialized) struct OwnerTests {
        private static let guestTables = [
            "comxfailover.stay", "comxfailover.stay_event", "comxfailover.wake_up_event",
        ]

        /// Waits until both nodes name the same owners; gives them.
        private static func agreed(_ pair: LivePair) async throws -> [ScopeReport] {
            var last = ""
            return try await Waiting.find("the same owners on both", within: .seconds(30), seen: { last }) {
                guard let one = await pair.primary.statusIfAny()?.scopes,
                    let two = await pair.secondary.statusIfAny()?.scopes
                else { return nil }
                last = "\(one) and \(two)"
                return one == two && one.count == 2 ? one : nil
            }
        }

        /// Brings everything home; who is in the way is waited for.
        private static func enable(_ pair: LivePair, at node: LiveNode) async throws {
            var last = ""
            try await Waiting.until("everything at home", within: .seconds(60), seen: { last }) {
                let outcome = try await node.verb("failover", "enable", "--yes")
                last = outcome.output + outcome.complaints
                return outcome.output.contains("Everything is at home")
            }
            for scope in try await agreed(pair) { #expect(scope.owner == scope.scope.home) }
        }

        /// The number of the wake-up that an answer of `wakeups set` begins with.
        private static func number(in answer: String) -> String { String(answer.prefix { $0 != ":" }) }

        @Test func `a takeover while the peer is online is refused, and says what forcing means`() async throws {
            try await LivePair.running { pair in
                let refused = try await pair.primary.verb("failover", "disable", "--yes")
                #expect(refused.status == 75)
                let words = refused.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(words.contains("REFUSED: the Secondary is heard, and guest is at home there; it was heard"))
                #expect(words.contains("s ago, and counts as gone after"), "\(refused.output)")
                #expect(words.contains("With --force: forced, the Primary becomes owner all the same"))
                #expect(try await Self.agreed(pair).allSatisfy { $0.owner == $0.scope.home })
                pair.secondary.cutPower()
                try await pair.primary.awaitStatus("the peer gone") { $0.peer?.state == "offline" }
                // At once, and not half a second later.
                let done = try await pair.primary.verb("failover", "disable", "--yes")
                #expect(done.status == 0, "\(done.output)")
                try pair.secondary.start()
                try await pair.awaitCurrent()
                try await Self.enable(pair, at: pair.secondary)
            }
        }

        @Test func `two operators at both consoles at once leave one owner of each scope, and both are answered`()
            async throws
        {
            try await LivePair.running { pair in
                for words in [["disable", "--force", "--yes"], ["enable", "--yes"]] {
                    let outcomes = try await withThrowingTaskGroup(of: VerbOutcome.self) { group in
                        for node in pair.nodes { group.addTask { try await node.verb(["failover"] + words) } }
                        return try await group.reduce(into: []) { $0.append($1) }
                    }
                    for outcome in outcomes {
                        #expect([0, 75].contains(outcome.status), "\(outcome)")
                        #expect(!outcome.output.isEmpty, "\(outcome)")
                    }
                    _ = try await Self.agreed(pair)
                }
                try await Self.enable(pair, at: pair.primary)
                try await pair.awaitEqual(Self.guestTables)
            }
        }

        @Test func `a giveback that is cut off at any moment leaves one owner, and is done when it is asked again`()
            async throws
        {
            try await LivePair.running { pair in
                for (round, victim) in [Mode.primary, .secondary, .primary, .secondary].enumerated() {
                    try await pair.primary.command("failover", "disable", "--scope", "guest", "--force", "--yes")
                    let giving = Task { try await pair.primary.verb("failover", "giveback", "guest", "--yes") }
                    try await Waiting.pass(.milliseconds(80 + 220 * round))
                    pair.node(victim).cutPower()
                    _ = try? await giving.value
                    try pair.node(victim).start()
                    try await pair.awaitCurrent()
                    _ = try await Self.agreed(pair)
                    try await Self.enable(pair, at: pair.secondary)
                }
                try await pair.awaitEqual(Self.guestTables)
            }
        }

        @Test func `a Secondary put back to last week's image has its wake-ups again, and repeats no number`()
            async throws
        {
            try await LivePair.running { pair in
                let node = pair.secondary
                try await pair.primary.command("extensions", "add", "1101", "--party", "guest")
                try await pair.primary.command("rooms", "add", "101", "--extensions", "1101")
                try await pair.awaitEqual(["comxfailover.room", "comxfailover.room_extension"])
                try await node.command("stays", "check-in", "101")
                let cancelled = Self.number(
                    in: try await node.command("wakeups", "set", "06:30", "--room", "101", "--on", "tomorrow"))
                try await pair.awaitEqual(Self.guestTables)
                let image = node.folder + "/image"
                try await node.stop()
                try FileManager.default.copyItem(atPath: node.databaseFolder, toPath: image)
                try node.start()
                try await pair.awaitCurrent()
                // A number that is counted, or a high one: it depends on whether the peer's memory was compared.
                let forgotten = Self.number(
                    in: try await node.command("wakeups", "set", "07:00", "--room", "101", "--on", "tomorrow"))
                try await node.command("wakeups", "cancel", cancelled)
                try await pair.awaitEqual(Self.guestTables)
                try await node.stop()
                try FileManager.default.removeItem(atPath: node.databaseFolder)
                try FileManager.default.copyItem(atPath: image, toPath: node.databaseFolder)
                try node.start()
                try await pair.awaitCurrent()
                try await pair.awaitEqual(Self.guestTables)
                // Before it has everything again it says so, and accepts nothing.
                var last = ""
                try await Waiting.until("a wake-up", within: .seconds(30), seen: { last }) {
                    let outcome = try await node.verb(
                        "wakeups", "set", "08:00", "--room", "101", "--on", "tomorrow")
                    last = outcome.output + outcome.complaints
                    if outcome.status != 0 { #expect(last.contains("is taking back what it lost"), "\(last)") }
                    return outcome.status == 0
                }
                let latest = Self.number(in: last)
                #expect(last.hasPrefix("\(latest): room 101"), "\(last)")
                #expect(Set([cancelled, forgotten, latest]).count == 3, "\(cancelled), \(forgotten), \(latest)")
                try await pair.awaitEqual(Self.guestTables)
                for each in pair.nodes {
                    let list: GuestList<WakeUpReport> = try await each.ask("wakeups", "list")
                    #expect(list.lines.map(\.wakeUp.description) == [forgotten, latest], "\(each.mode)")
                }
            }
        }
    }
}
