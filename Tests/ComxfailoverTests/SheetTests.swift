import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// The other sheets, letter by letter.
@Suite struct SheetTests {
    let layout = Layout(width: 80, style: .plain)
    let now = SampleReports.now

    @Test func `replication shows the feed and the cursors`() {
        let sheet = """
            Feed of the Primary  incarnation 0123456789abcdef
              head 1,234,567, settled 1,234,560, peer offline

            ITEM          STATE           CURSOR  WAITING  APPLIED      LAG         AGE
            extensions    current      1,234,560        0       60  3.42 ms       0.2 s
            bookings      quarantined  1,234,000    1,204   12,345        -  5 min 12 s
            call-records  off                  0        0        0        -           -
              -> bookings: hotel.bookings, room=101: 1406 Data too long for column 'note';
                 then run: comxfailover replication retry bookings
            """
        #expect(ReplicationTable(report: SampleReports.troubledNode, layout: layout).text == sheet)
    }

    @Test func `coverage shows every gap with its cure`() {
        let sheet = """
            1,012 tables are protected; there are 2 gaps:

            asterisk.devices  no-key
              The table has no primary key.
              -> Name the columns that identify a row: --table asterisk.devices:id

            call-records  item-off
              The item is switched off.
              -> comxfailover items enable call-records
            """
        #expect(CoverageTable(report: SampleReports.coverage, layout: layout).text == sheet)
        let whole = CoverageReport(tablesProtected: 1, gaps: [])
        #expect(CoverageTable(report: whole, layout: layout).text == "1 table is protected; there is no gap.")
    }

    @Test func `decisions show their evidence`() {
        let sheet = """
            42 s ago      peer       called offline: daemon-down
                                     - no heartbeat for 3.1 s
                                     - TCP 3081 refused
                                     - the database answers
            3 d 4 h ago   node       started
            """
        #expect(DecisionList(decisions: SampleReports.decisions, now: now, layout: layout).text == sheet)
        #expect(DecisionList(decisions: [], now: now, layout: layout).text == "No decisions yet.")
    }

    @Test func `the ledger lists its entries`() {
        let sheet = """
            ENTRY  WHEN       ITEM        TABLE                   KEY         REASON    STATE
               17  3 min ago  bookings    hotel.bookings          room=101    conflict  open
               16  1 d ago    extensions  hotel.staff_extensions  number=201  drift     restored

            Read both rows of an entry: comxfailover replication conflicts ENTRY
            """
        let wide = Layout(width: 100, style: .plain)
        #expect(ConflictsTable(conflicts: SampleReports.conflicts, now: now, layout: wide).text == sheet)
        let none = ConflictsTable(conflicts: [], now: now, layout: wide).text
        #expect(none == "The ledger is empty.")
    }

    @Test func `an entry of the ledger shows both rows and marks what differs`() {
        let sheet = """
            Entry 17  conflict, 3 min ago, open
              item    bookings
              row     hotel.bookings room=101
              winner  1.1700000000000000.secondary
              loser   1.1699999999000000.primary

               COLUMN  WINNER  LOSER
            *  at      07:00   06:30
            *  note    NULL    tea, please
               room    101     101

            Put the losing row back: comxfailover replication restore 17
            """
        #expect(ConflictSheet(conflict: SampleReports.conflicts[0], now: now, layout: layout).text == sheet)
    }

    @Test func `an entry whose winner is a deletion shows the row that was deleted`() {
        let text = ConflictSheet(conflict: SampleReports.conflicts[1], now: now, layout: layout).text
        #expect(text.contains("*  name    (deleted)  Küche"))
        #expect(!text.contains("replication restore"))
    }
}
