import HotelLogic
import MariaStore
import MariaTestKit
import Testing
import Vocabulary

extension MariaStoreTests.MigrationTests {
    /// What the tables say of the house; in the node's own schemas, so one test after another.
    @Suite(.serialized) struct HouseStateReadingTests {
        let store = MariaTelephonyStore(endpoint: ThrowawayServer.current.administrator) { "never-drawn" }
        let session: MariaSession

        init() throws {
            session = try ThrowawayServer.current.sessionWithoutNode()
            try SchemaMigrator().migrate(session)
        }

        @Test func `an empty house has no state`() async throws {
            #expect(try await store.houseState() == HouseStateRows())
            await store.close()
        }

        @Test func `stays, wishes and permissions are read, and what is off or over is not`() async throws {
            let statements = """
                SET time_zone = '+00:00';
                INSERT INTO comxfailover.guest_default (id, secret, class_of_service, vacant_class_of_service)
                  VALUES (1, 'x', 3, 1);
                INSERT INTO comxfailover.room (room, is_in_use) VALUES ('101', 1), ('102', 1), ('103', 0);
                INSERT INTO comxfailover.staff_extension (extension, display_name, class_of_service, secret)
                  VALUES ('201', 'Desk', 4, 'x');
                INSERT INTO comxfailover.guest_extension (extension, kind, display_name) VALUES ('1001', 'sip', 'R');
                INSERT INTO comxfailover.stay (node, number, room, arrived_at, departed_at) VALUES
                  (1, 1, '101', '2026-01-01', '2026-01-02'), (2, 9, '101', '2026-01-02', NULL),
                  (1, 2, '101', '2026-01-03', NULL), (2, 10, '102', '2026-01-03', NULL);
                INSERT INTO comxfailover.stay_guest (node, number, place, title, first_name, last_name, language)
                  VALUES (1, 1, 1, NULL, NULL, 'Left', NULL), (1, 2, 1, 'Ms', 'Ada', 'Lovelace', 'fr'),
                  (1, 2, 2, NULL, NULL, 'Second', 'es'), (2, 9, 1, NULL, NULL, 'Older', NULL);
                INSERT INTO comxfailover.room_do_not_disturb (room, is_on, changed_at, changed_from)
                  VALUES ('101', 1, NOW(6), 'phone'), ('102', 0, NOW(6), 'phone');
                INSERT INTO comxfailover.room_calling (room, is_open, class_of_service, changed_at, changed_from)
                  VALUES ('101', 1, NULL, NOW(6), 'desk'), ('102', 0, 4, NOW(6), 'pms');
                INSERT INTO comxfailover.personal_do_not_disturb (extension, is_on, changed_at)
                  VALUES ('201', 1, NOW(6)), ('202', 0, NOW(6));
                INSERT INTO comxfailover.personal_forwarding (extension, occasion, is_on, target, changed_at)
                  VALUES ('201', 'no-answer', 1, '202', NOW(6)), ('201', 'busy', 0, '203', NOW(6))
                """
            for statement in statements.split(separator: ";\n") { try session.script(String(statement)) }
            var rows = HouseStateRows(guestClass: 3)
            rows.rooms = ["101", "102"]
            rows.staff = ["201"]
            rows.guests = ["1001"]
            rows.stays = [
                .init(room: "101", lastName: "Older", id: StayID(node: .secondary, number: 9)),
                .init(
                    room: "101", title: "Ms", firstName: "Ada", lastName: "Lovelace", language: "fr",
                    id: StayID(node: .primary, number: 2)),
                .init(room: "102", id: StayID(node: .secondary, number: 10)),
            ]
            rows.undisturbedRooms = ["101"]
            rows.calling = ["101": .init(isOpen: true), "102": .init(isOpen: false, classOfService: 4)]
            rows.undisturbed = ["201"]
            rows.forwardings = [.init(number: "201", occasion: "no-answer", target: "202")]
            #expect(try await store.houseState() == rows)
            await store.close()
        }
    }
}
