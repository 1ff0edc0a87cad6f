import HotelLogic
import MariaStore
import MariaTestKit
import PairLogic
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension MariaStoreTests.MigrationTests {
    /// Guests in a real database; in the node's own schemas, so one test after another.
    @Suite(.serialized) struct GuestStoreTests {
        let store: MariaGuestStore
        let session: MariaSession
        /// 26 November 2026, 20:00 UTC.
        static let moment = WallTime(microseconds: 1_795_723_200_123_456)
        private static let author = Author(.desk, "Anna")
        let room, other: RoomNumber

        init() throws {
            session = try ThrowawayServer.current.sessionWithoutNode()
            try Accounts.provision(on: session, applyPassword: "applier", peer: nil)
            try SchemaMigrator().migrate(session)
            try FeedLifeTable(session: session).prepare(mode: .secondary, incarnation: Incarnation(rawValue: .max))
            try session.script("INSERT INTO comxfailover_node.server_run (begun) VALUES (1)")
            (room, other) = (try RoomNumber("101"), try RoomNumber("102"))
            for name in ["101", "102", "103", "104", "A-1"] {
                try session.execute("INSERT INTO comxfailover.room (room) VALUES (?)", [.text(name)])
            }
            try session.script("UPDATE comxfailover.room SET is_in_use = 0 WHERE room = '104'")
            for (room, number, place) in [("101", "1101", 1), ("101", "2101", 2), ("102", "1102", 1), ("A-1", "77", 1)]
            {
                try session.execute(
                    "INSERT INTO comxfailover.room_extension (room, extension, place) VALUES (?, ?, ?)",
                    [.text(room), .text(number), .integer(Int64(place))])
            }
            let moment = Self.moment
            store = MariaGuestStore(endpoint: ThrowawayServer.current.administrator) { moment }
        }

        @discardableResult
        func ask(_ request: StayRequest, by author: Author = author) async throws -> GuestOutcome {
            try await Self.ask(request, of: store, by: author)
        }

        private static func ask(
            _ request: StayRequest, of store: MariaGuestStore, by author: Author
        ) async throws -> GuestOutcome {
            try await store.change(by: author, at: moment, isOwnerOnly: true) { reading throws(GuestFailure) in
                do throws(StayFault) {
                    return try reading.frontDesk(in: .utc).decide(request, by: author, at: moment)
                } catch {
                    throw .stay(error)
                }
            }
        }

        private static func isAccepted(_ request: StayRequest, by store: MariaGuestStore) async -> Bool {
            (try? await ask(request, of: store, by: author)) != nil
        }

        @discardableResult
        func ask(
            _ request: WakeUpRequest, by author: Author = author, isOwnerOnly: Bool = true
        ) async throws -> GuestOutcome {
            try await store.change(by: author, at: Self.moment, isOwnerOnly: isOwnerOnly) {
                reading throws(GuestFailure) in
                do throws(WakeUpRefusal) {
                    return try reading.frontDesk(in: .utc).decide(request, by: author, at: Self.moment)
                } catch {
                    throw .wakeUps(error)
                }
            }
        }

        private func checkIn(_ room: RoomNumber, _ guests: [Guest] = []) -> StayRequest {
            .checkIn(room, guests, reservation: nil, departsOn: nil, isSharing: false)
        }

        private func wish(_ time: String) throws -> WakeUpWish { WakeUpWish(at: [try TimeOfDay(time)]) }

        // MARK: Reading and keeping

        @Test func `the house is read as it stands`() async throws {
            let reading = try await store.guests()
            #expect(reading.node == .secondary && reading.owner == .secondary && reading.epoch == .first(of: .guest))
            #expect(reading.house.rooms.keys.sorted().map(\.description) == ["101", "102", "103", "104", "A-1"])
            #expect(reading.house.rooms[room]?.numbers.map(\.description) == ["1101", "2101"])
            #expect(reading.house.rooms[try RoomNumber("104")]?.isInUse == false)
            #expect(reading.house.classes == Set(ClassEntry.standard.map(\.code)))
            #expect(reading.house.guestClass == 2 && reading.nextStay == 1 && reading.nextWakeUp == 1)
        }

        @Test func `rows of other programs that name nothing are left out`() async throws {
            try session.script(
                """
                INSERT INTO comxfailover.stay (node, number, room, arrived_at) VALUES
                  (2, 5, 'Suite 7', NOW(6)), (1, 9, '101', NOW(6))
                """)
            try session.script("INSERT INTO comxfailover.room (room) VALUES ('Room 9')")
            let reading = try await store.guests()
            #expect(reading.house.stays.keys.map(\.description) == ["P9"])
            #expect(reading.house.rooms.count == 5)
            #expect(reading.nextStay == 6)
        }

        @Test func `who changed what, when and by which way stands beside it`() async throws {
            try await ask(.setDoNotDisturb(room, true), by: Author(.phone, "1101"))
            try await ask(.setDoNotDisturb(room, false), by: Author(.pms))
            let row = try #require(
                try session.query(
                    "SELECT is_on, changed_from, changed_by, CAST(changed_at AS CHAR) AS at "
                        + "FROM comxfailover.room_do_not_disturb"
                ).first)
            #expect(try row.bool("is_on") == false && row.text("changed_from") == "pms")
            #expect(try row.optionalText("changed_by") == nil)
            #expect(try row.text("at") == "2026-11-26 20:00:00.123456")
        }

        @Test func `what is refused leaves nothing behind`() async throws {
            try await ask(checkIn(room))
            await #expect(throws: GuestFailure.stay(.isLet(room, StayID(node: .secondary, number: 1)))) {
                try await ask(checkIn(room))
            }
            #expect(try session.query("SELECT 1 FROM comxfailover.stay").count == 1)
        }

        @Test func `stays are written by the owner of the guests alone, and lines of the ledger where that is allowed`()
            async throws
        {
            try await ask(checkIn(room))
            try session.script("UPDATE comxfailover_node.scope_role SET owner = 1, epoch = 2 WHERE scope = 2")
            await #expect(throws: GuestFailure.notOwner(.primary, isDown: false)) {
                try await ask(.setDoNotDisturb(room, true))
            }
            await #expect(throws: GuestFailure.notOwner(.primary, isDown: false)) {
                try await ask(.set([room], try wish("06:30")))
            }
            let outcome = try await ask(.set([room], try wish("06:30")), isOwnerOnly: false)
            #expect(outcome.decision.wakeUps.events.map(\.epoch) == [Epoch(rawValue: 2)])
            #expect(try await store.guests().book.active.count == 1)
        }

        @Test func `behind the barrier of a giveback nothing of people's is written, and again once it is down`()
            async throws
        {
            try await ask(checkIn(room))
            let source = MariaFeedSource(endpoint: ThrowawayServer.current.administrator)
            _ = try await source.raiseBarrier(.first(of: .guest))
            let refused = GuestFailure.unready(
                words: "they are being given back to the Primary; try again in a moment")
            await #expect(throws: refused) { try await ask(checkIn(other)) }
            await #expect(throws: refused) { try await ask(.set([room], try wish("06:30"))) }
            #expect(try await store.guests().house.stays(in: other).isEmpty)
            try await source.lowerBarrier(.first(of: .guest))
            try await ask(checkIn(other))
        }

        @Test func `what is captured has a position, and what is not has none`() async throws {
            #expect(try await ask(checkIn(room)).position == nil)
            let source = try await capture()
            let first = try #require(try await ask(checkIn(other)).position)
            let second = try #require(try await ask(.setDoNotDisturb(other, true)).position)
            #expect(second > first)
            #expect(try await source.news(after: .start).head == second)
            #expect(try await ask(.setDoNotDisturb(other, true)).position == second, "nothing was written")
            let third = try #require(try await ask(.set([other], try wish("06:30"))).position)
            #expect(try await source.news(after: .start).head == third)
            // One of the tables is not captured any more: nobody can say that the peer has all of it.
            try session.script("DROP TRIGGER comxfailover.\(try trigger(on: "stay", "UPDATE"))")
            #expect(try await ask(.checkOutRoom(other)).position == nil)
        }

        /// Puts triggers on the tables of guests, as the daemon does.
        private func capture() async throws -> MariaFeedSource {
            let names: Set = ["stays", "room-state", "stay-ledger", "wake-up-ledger", "personal-settings"]
            for item in HotelTables.items where names.contains(item.name.description) {
                try ItemCatalogueTable(session: session).save(
                    .init(
                        name: item.name, rule: item.rule, tables: item.tables.map { .init(name: $0) }, isEnabled: true,
                        isBuiltIn: true))
            }
            let source = MariaFeedSource(endpoint: ThrowawayServer.current.administrator)
            _ = try await source.arrangeCapture()
            return source
        }

        private func trigger(on table: String, _ event: String) throws -> String {
            let rows = try session.query(
                """
                SELECT TRIGGER_NAME AS name FROM information_schema.TRIGGERS
                WHERE EVENT_OBJECT_SCHEMA = 'comxfailover' AND EVENT_OBJECT_TABLE = ? AND EVENT_MANIPULATION = ?
                """, [.text(table), .text(event)])
            return try #require(rows.first).text("name")
        }

        @Test func `what a guest set for the room's phones is deleted with the stay, and of no other room`()
            async throws
        {
            try session.script(
                """
                INSERT INTO comxfailover.personal_forwarding (extension, occasion, is_on, target, changed_at) VALUES
                  ('2101', 'busy', 1, '201', NOW(6)), ('1102', 'busy', 1, '201', NOW(6)),
                  ('201', 'busy', 1, '9', NOW(6))
                """)
            try session.script(
                """
                INSERT INTO comxfailover.personal_voicemail_pin (extension, pin, changed_at) VALUES
                  ('1101', '1111', NOW(6)), ('2101', '2222', NOW(6))
                """)
            try await ask(checkIn(other))
            #expect(try session.query("SELECT extension FROM comxfailover.personal_forwarding").count == 2)
            let source = try await capture()
            let reading = try await store.guests()
            #expect(reading.house.rooms[room]?.personal.map(\.description).sorted() == ["1101", "2101"])
            #expect(try await ask(checkIn(room)).position != nil)
            #expect(try session.query("SELECT 1 FROM comxfailover.personal_voicemail_pin").isEmpty)
            let left = try session.query("SELECT extension FROM comxfailover.personal_forwarding")
            #expect(try left.map { try $0.text("extension") } == ["201"])
            #expect(try await store.guests().house.rooms[room]?.personal == [])
            await source.close()
        }

        // MARK: The ledger

        @Test func `who did what to which stay and room is kept in order`() async throws {
            let stay = try #require(try await ask(checkIn(room, [Guest(lastName: "Lee")])).decision.stay.stay)
            try await ask(.setLamp(room, MessageLamp(isOn: true, waiting: 2)), by: Author(.phone, "1101"))
            try await ask(.setCalling(room, RoomCalling(isOpen: false, classOfService: nil)))
            try await ask(.report(room, Housekeeping(.clean, attendant: "17")))
            try await ask(.move(stay, to: other, isSharing: false))
            try await ask(.checkOut(stay))
            let lines = try session.query(
                """
                SELECT CONCAT_WS(' ', ROW_NUMBER() OVER (ORDER BY sequence), event,
                  CONCAT('S', stay_number), room, former_room, box, target_box, detail, source, actor) AS line
                FROM comxfailover.stay_event ORDER BY sequence
                """
            ).map { try $0.text("line") }
            #expect(lines.prefix(2) == ["1 arrived S1 101 desk Anna", "2 box-emptied 1101 desk Anna"])
            #expect(lines[2] == "3 lamp 101 on 2 phone 1101" && lines[3] == "4 calling 101 closed desk Anna")
            #expect(lines[4] == "5 housekeeping 101 clean 17 desk Anna")
            #expect(lines.contains("6 moved S1 102 101 desk Anna"))
            #expect(lines.contains { $0.hasSuffix(" box-moved 1101 1102 desk Anna") })
            #expect(lines.contains { $0.contains(" departed S1 102 ") })
            #expect(!lines.contains { $0.contains("Lee") })
        }

        @Test func `the ledger is read newest first, of one room where one is named`() async throws {
            let stay = try #require(try await ask(checkIn(room)).decision.stay.stay)
            try await ask(.move(stay, to: other, isSharing: false), by: Author(.pms))
            try session.script("UPDATE comxfailover.stay_event SET room = '' WHERE event = 'housekeeping'")
            let all = try await store.history(StayHistoryQuery())
            #expect(all.last?.line.event == .arrived && all.last?.author == Self.author)
            #expect(!all.contains { $0.line.event == .housekeeping }, "a line that is none here")
            let moved = try await store.history(StayHistoryQuery(room: room, limit: 9)).map(\.line.event)
            #expect(moved == [.moved, .arrived])
            #expect(try await store.history(StayHistoryQuery(limit: 2)).count == 2)
        }

        @Test func `voicemail boxes are emptied and moved once, in the order of the ledger`() async throws {
            let stay = try #require(try await ask(checkIn(room)).decision.stay.stay)
            try await ask(.move(stay, to: other, isSharing: false))
            let orders = try await store.boxOrders(limit: 9)
            #expect(
                orders.map { "\($0.box) \($0.target?.description ?? "-")" } == [
                    "1101 -", "1102 -", "1101 1102", "1101 -",
                ])
            #expect(orders.allSatisfy { $0.at == Self.moment && $0.incarnation == Incarnation(rawValue: .max) })
            try await store.carriedOut(orders[2])
            #expect(try await store.boxOrders(limit: 9) == [orders[0], orders[1], orders[3]])
            try await store.carriedOut(orders[0])
            #expect(try await store.boxOrders(limit: 1) == [orders[1]])
            try await store.carriedOut(orders[1])
            #expect(try await store.boxOrders(limit: 9) == [orders[3]])
            #expect(try session.query("SELECT 1 FROM comxfailover_node.box_order_ahead").isEmpty)
            // Lines of the peer, and of another life, have cursors of their own.
            try session.script(
                """
                INSERT INTO comxfailover.stay_event
                  (node, incarnation, sequence, event, box, epoch, happened_at, source)
                VALUES (1, 3, 1, 'box-emptied', '77', 2, '2026-01-01', 'desk')
                """)
            #expect(try await store.boxOrders(limit: 9).map(\.box.description) == ["77", "1101"])
            // A clock that was set back changes nothing in the order of a life's lines.
            try session.script(
                """
                INSERT INTO comxfailover.stay_event
                  (node, incarnation, sequence, event, box, epoch, happened_at, source)
                VALUES (1, 3, 2, 'box-emptied', '78', 2, '2025-01-01', 'desk')
                """)
            #expect(try await store.boxOrders(limit: 9).map(\.box.description) == ["77", "78", "1101"])
        }

        @Test func `lamps are those of the rooms' first phones`() async throws {
            try await ask(.setLamp(room, MessageLamp(isOn: true, waiting: 1)))
            try await ask(.setLamp(other, MessageLamp(isOn: true, waiting: 1)))
            try await ask(.setLamp(other, .off))
            #expect(try await store.lamps().map(\.description) == ["1101"])
        }

        // MARK: One transaction

        @Test func `a check-out and the wake-ups that end with it are kept together or not at all`() async throws {
            try await ask(checkIn(room))
            try await ask(.set([room], try wish("06:30")))
            try session.script("RENAME TABLE comxfailover.wake_up_event TO comxfailover.away")
            await #expect(throws: GuestFailure.self) { try await ask(.checkOutRoom(room)) }
            try session.script("RENAME TABLE comxfailover.away TO comxfailover.wake_up_event")
            #expect(try await store.guests().house.stays.count == 1)
            let outcome = try await ask(.checkOutRoom(room))
            #expect(outcome.decision.wakeUps.events.count == 1)
            let reading = try await store.guests()
            #expect(reading.house.stays.isEmpty && reading.book.active.isEmpty)
        }

        @Test func `a change that breaks in the middle is not there`() async throws {
            try await ask(checkIn(room, [Guest(lastName: "Lee")]))
            try session.script("RENAME TABLE comxfailover.room_housekeeping TO comxfailover.away")
            await #expect(throws: GuestFailure.self) { try await ask(.checkOutRoom(room)) }
            try session.script("RENAME TABLE comxfailover.away TO comxfailover.room_housekeeping")
            let reading = try await store.guests()
            #expect(reading.house.stays.count == 1 && reading.house.stays.values.first?.guests.count == 1)
        }

        @Test func `of two operators at once the second sees what the first did`() async throws {
            let (store, request) = (store, checkIn(room))
            async let one = Self.isAccepted(request, by: store)
            async let two = Self.isAccepted(request, by: store)
            #expect(await [one, two].count { $0 } == 1)
            #expect(try await store.guests().house.stays.count == 1)
        }

        @Test func `a database that is not there is told`() async throws {
            try session.script("DROP DATABASE comxfailover_node")
            await #expect(throws: GuestFailure.self) { try await store.guests() }
            await #expect(throws: GuestFailure.self) { try await ask(checkIn(room)) }
        }

        // MARK: The same house

        @Test(arguments: 1...6, [false, true])
        func `any requests come to the same house, in MariaDB and in plain values`(seed: UInt64, isCaptured: Bool)
            async throws
        {
            if isCaptured { _ = try await capture() }
            var requests = GuestRequests(
                seed: seed, rooms: try ["101", "102", "103", "104", "A-1", "999"].map { try RoomNumber($0) })
            let today = try CalendarDate("2026-11-26")
            var twin = try await store.guests()
            var kept = 0
            for _ in 0..<80 {
                let author = requests.author()
                let outcome: GuestOutcome?
                if requests.below(3) == 0 {
                    let request = try requests.wakeUps(twin.book, today: today)
                    outcome = try? await ask(request, by: author)
                } else {
                    let request = try requests.stay(over: twin.house, today: today)
                    outcome = try? await ask(request, by: author)
                }
                guard let outcome else { continue }
                kept += outcome.decision.isEmpty ? 0 : 1
                Self.fold(outcome.decision, into: &twin)
            }
            let reading = try await store.guests()
            #expect(reading.house == twin.house)
            #expect(reading.book == twin.book)
            #expect(reading.nextStay == twin.nextStay && reading.nextWakeUp == twin.nextWakeUp)
            #expect(kept > 20)
            let anew = MariaGuestStore(endpoint: ThrowawayServer.current.administrator) { Self.moment }
            #expect(try await anew.guests() == reading, "what was read bit by bit is what is read at once")
        }

        private static func fold(_ decision: GuestDecision, into reading: inout GuestReading) {
            for change in decision.stay.changes {
                reading.house.fold(change)
                if case .arrived = change { reading.nextStay += 1 }
            }
            for event in decision.wakeUps.events { reading.book.fold(event) }
            reading.nextWakeUp += UInt64(decision.wakeUps.answers.count { $0.outcome == .set })
        }
    }
}
