import HotelLogic
import MariaStore
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension MariaStoreTests.MigrationTests {
    /// What a node numbers that was put back to an older image and does not know it yet.
    @Suite(.serialized) struct RestoredNumberTests {
        private static let moment = WallTime(microseconds: 1_795_723_200_123_456)
        private let session: MariaSession
        private let room: RoomNumber

        init() throws {
            session = try ThrowawayServer.current.sessionWithoutNode()
            try Accounts.provision(on: session, applyPassword: "applier", peer: nil)
            try SchemaMigrator().migrate(session)
            try FeedLifeTable(session: session).prepare(mode: .secondary, incarnation: Incarnation(rawValue: 7))
            room = try RoomNumber("101")
            try session.script("INSERT INTO comxfailover.room (room) VALUES ('101')")
            try session.script(
                "INSERT INTO comxfailover.room_extension (room, extension, place) VALUES ('101', '1101', 1)")
        }

        private var store: MariaGuestStore {
            let moment = Self.moment
            return MariaGuestStore(endpoint: ThrowawayServer.current.administrator) { moment }
        }

        /// Puts triggers on the tables of guests, as the daemon does.
        private func capture() async throws {
            let names: Set = ["stays", "room-state", "stay-ledger", "wake-up-ledger"]
            for item in HotelTables.items where names.contains(item.name.description) {
                try ItemCatalogueTable(session: session).save(
                    .init(
                        name: item.name, rule: item.rule, tables: item.tables.map { .init(name: $0) }, isEnabled: true,
                        isBuiltIn: true))
            }
            try await withSource { _ = try await $0.arrangeCapture() }
        }

        private func withSource(_ body: (MariaFeedSource) async throws -> Void) async throws {
            let source = MariaFeedSource(endpoint: ThrowawayServer.current.administrator)
            try await body(source)
            await source.close()
        }

        /// The server's run is begun.
        private func skip() async throws {
            try await withSource { source in
                let isSkipped = try await source.skipNumbers(isPatient: true)
                #expect(isSkipped)
            }
        }

        /// The peer was found to remember nothing that is missing here.
        private func isSound() async throws {
            try await skip()
            try await withSource { try await $0.forgetGaps() }
        }

        @discardableResult
        private func ask(_ request: StayRequest) async throws -> GuestOutcome {
            let store = store
            let outcome = try await store.change(by: Author(.desk), at: Self.moment, isOwnerOnly: true) {
                reading throws(GuestFailure) in
                do throws(StayFault) {
                    return try reading.frontDesk(in: .utc).decide(request, by: Author(.desk), at: Self.moment)
                } catch {
                    throw .stay(error)
                }
            }
            await store.close()
            return outcome
        }

        @discardableResult
        private func ask(_ request: WakeUpRequest) async throws -> [WakeUpEvent] {
            let store = store
            let outcome = try await store.change(by: Author(.desk), at: Self.moment, isOwnerOnly: true) {
                reading throws(GuestFailure) in
                do throws(WakeUpRefusal) {
                    return try reading.frontDesk(in: .utc).decide(request, by: Author(.desk), at: Self.moment)
                } catch {
                    throw .wakeUps(error)
                }
            }
            await store.close()
            return outcome.decision.wakeUps.events
        }

        /// A day at the desk: a guest comes, is to be woken, changes the hour, and goes.
        private func live(waking first: WakeUpID) async throws -> [WakeUpEvent] {
            let coming = StayRequest.checkIn(room, [], reservation: nil, departsOn: nil, isSharing: true)
            let stay = try #require(try await ask(coming).decision.stay.stay)
            var events = try await ask(.set([room], WakeUpWish(at: [try TimeOfDay("05:00"), try TimeOfDay("08:00")])))
            events += try await ask(.change(first, time: try TimeOfDay("06:10"), days: nil))
            _ = try await ask(.checkOut(stay))
            return events
        }

        private var keys: [String] {
            get throws {
                try ["stay_event", "wake_up_event"].flatMap { table in
                    try session.query(
                        "SELECT CONCAT_WS(':', '\(table)', node, incarnation, sequence) AS k FROM comxfailover.\(table)"
                    ).map { try $0.text("k") }
                }
            }
        }

        /// Takes a copy of everything, as an image of the disk would hold it, the place of the sequence included.
        private func takeImage() throws -> (tables: [String], next: UInt64) {
            try session.script("DROP DATABASE IF EXISTS image")
            try session.script("CREATE DATABASE image")
            let tables = ["stay", "stay_event", "wake_up_event"]
            for table in tables {
                try session.script("CREATE TABLE image.\(table) SELECT * FROM comxfailover.\(table)")
            }
            let next = try session.query("SELECT NEXTVAL(comxfailover_node.feed_sequence) AS drawn")
            return (tables, try #require(next.first).unsigned("drawn"))
        }

        /// The image in the place of what is there, in a server that has just started.
        private func putBack(_ image: (tables: [String], next: UInt64)) throws {
            for table in image.tables {
                try session.script("DELETE FROM comxfailover.\(table)")
                try session.script("INSERT INTO comxfailover.\(table) SELECT * FROM image.\(table)")
            }
            try session.script("ALTER SEQUENCE comxfailover_node.feed_sequence RESTART WITH \(image.next + 1)")
            try session.script("DELETE FROM comxfailover_node.server_run")
            try session.script("DROP DATABASE image")
        }

        @Test(arguments: [true, false], [true, false])
        func `a database that was put back gives no number again, also before its restore is known`(
            isCaptured: Bool, isBegun: Bool
        ) async throws {
            if isCaptured { try await capture() }
            try await isSound()
            try await ask(.checkIn(room, [], reservation: nil, departsOn: nil, isSharing: false))
            let set = try await ask(.set([room], WakeUpWish(at: [try TimeOfDay("07:00")])))
            let first = try #require(set.first).wakeUp
            #expect(first.description == "S1")
            let image = try takeImage()
            let former = try keys
            let lost = try await live(waking: first)
            let lostKeys = Set(try keys).subtracting(former)
            #expect(lostKeys.count > 6 && lost.count == 3)
            try putBack(image)
            // As a private server does before anybody can reach it; a named one has owed it since its start.
            if isBegun { try await skip() }
            let fresh = try await live(waking: first)
            #expect(lostKeys.isDisjoint(with: try keys))
            let ids = Set(lost.map(\.wakeUp)).intersection(fresh.map(\.wakeUp))
            #expect(ids == [first], "only the one that stood in the image is known to both")
            let edits = (lost + fresh).compactMap { event -> WakeUpRevision? in
                guard case .edited(let edit) = event.what, edit.wakeUp == first else { return nil }
                return edit.revision
            }
            #expect(Set(edits).count == 2 && edits.allSatisfy { $0.node == .secondary })
            let stays = try session.query("SELECT number FROM comxfailover.stay ORDER BY number")
            #expect(try #require(stays.last).unsigned("number") > 9_999_999_999)
        }

        @Test func `numbers are small again once the peer is found to remember nothing that is missing`() async throws {
            try await isSound()
            _ = try await ask(.checkIn(room, [], reservation: nil, departsOn: nil, isSharing: false))
            #expect(try await ask(.set([room], WakeUpWish(at: [try TimeOfDay("07:00")]))).map(\.wakeUp.number) == [1])
            try await skip()
            let doubtful = try await ask(.set([room], WakeUpWish(at: [try TimeOfDay("08:00")]))).map(\.wakeUp.number)
            #expect(try #require(doubtful.first) > 9_999_999_999)
            try await isSound()
            #expect(try await ask(.set([room], WakeUpWish(at: [try TimeOfDay("09:00")]))).map(\.wakeUp.number) == [2])
            // While what was lost is taken back nothing is certain either.
            try session.script("UPDATE comxfailover_node.feed_life SET suspect_above = 1")
            let more = try await ask(.set([room], WakeUpWish(at: [try TimeOfDay("10:00")]))).map(\.wakeUp.number)
            #expect(try #require(more.first) > #require(doubtful.first))
        }

        @Test func `a node without a peer counts on`() async throws {
            try await skip()
            let moment = Self.moment
            let alone = MariaGuestStore(endpoint: ThrowawayServer.current.administrator, hasPeer: false) { moment }
            let reading = try await alone.guests()
            #expect(reading.nextStay == 1 && reading.nextWakeUp == 1 && reading.editsSkipped == 0)
            await alone.close()
        }
    }
}
