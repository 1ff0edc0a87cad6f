import HotelLogic
import Ports
import Testing
import Vocabulary

@testable import MariaStore

extension MariaStoreTests.MigrationTests.GuestStoreTests {
    @Test func `old lines of this node's ledgers go, and numbers are never given twice`() async throws {
        try await ask(.checkIn(room, [], reservation: nil, departsOn: nil, isSharing: false))
        let wish = WakeUpWish(at: [try TimeOfDay("07:00")])
        try await ask(.set([room], wish))
        try await ask(.set([room], WakeUpWish(at: [try TimeOfDay("08:00")])))
        try await ask(.setDoNotDisturb(room, true))
        for statement in [
            "UPDATE comxfailover.stay_event SET happened_at = '2020-01-01'",
            "UPDATE comxfailover.wake_up_event SET happened_at = '2020-01-01', last_date = '2020-01-02'",
            """
            INSERT INTO comxfailover.stay_event (node, incarnation, sequence, happened_at, event, room, epoch,
              source) VALUES (1, 7, 1, '2020-01-01', 'housekeeping', '102', 1, 'desk')
            """,
        ] { try session.execute(statement) }
        let before = Self.moment
        #expect(try await store.trimLedgers(before: WallTime(microseconds: 0), linesMax: 100) == 0)
        let stays = try session.query("SELECT sequence FROM comxfailover.stay_event WHERE node = 2").count
        #expect(try await store.trimLedgers(before: before, linesMax: 100) == stays + 1)
        let left = try session.query("SELECT node, sequence FROM comxfailover.stay_event ORDER BY node")
        #expect(try left.map { try $0.unsigned("node") } == [1])
        #expect(try await store.guests().nextWakeUp == 3)
        let wakeUps = try session.query("SELECT wake_up_number FROM comxfailover.wake_up_event")
        #expect(try wakeUps.map { try $0.unsigned("wake_up_number") } == [2])
        // What is still to ring stays, however long ago it was set.
        try session.script("UPDATE comxfailover.wake_up_event SET last_date = '2030-01-01'")
        #expect(try await store.trimLedgers(before: before, linesMax: 100) == 0)
    }
}
