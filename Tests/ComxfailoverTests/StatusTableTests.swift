import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// The status sheet, letter by letter.
@Suite struct StatusTableTests {
    @Test func `a healthy node on a wide sheet`() {
        let sheet = """
            Primary  version 1.0.0, up 3 d 4 h
              database  running
              feed      head 1,234,567, settled 1,234,560

            Peer  Secondary at 192.168.101.3: online for 3 h 12 min, version 1.0.0
              PATH       STATE  ROUND TRIP  LAST SUCCESS  LAST ERROR
              heartbeat  up        0.42 ms  just now
              control    up        1.20 ms  3 s ago
              database   up        2.25 ms  3 s ago       connection refused, 2 h ago

            SCOPE          OWNER      EPOCH
            configuration  Primary        2
            guest          Secondary      1

            ITEM          RULE           TABLES  STATE    WAITING  APPLIED      LAG    AGE  CONFLICTS
            extensions    configuration       2  current        0       60  3.42 ms  0.2 s          0
            bookings      newest-wins         1  current        0   12,345  12.3 ms    1 s          2
            call-records  append-only         1  off            0        0        -      -          0
            """
        #expect(text(SampleReports.node, width: 100) == sheet)
        #expect(text(SampleReports.node, width: nil) == sheet)
    }

    @Test func `a node in trouble on an ordinary terminal`() {
        let sheet = """
            Primary  version 1.0.0, up 3 d 4 h
              database  running
              feed      head 1,234,567, settled 1,234,560
              warning   only 430 MB are free at /var/lib/comxfailover/mariadb

            Peer  Secondary at 192.168.101.3: offline for 42 s, version 1.0.0
              The server answers, its comxfailover daemon does not.
              -> Start it there: systemctl start comxfailover
              PATH       STATE  ROUND TRIP  LAST SUCCESS  LAST ERROR
              heartbeat  down            -  45 s ago      port unreachable, 1 s ago
              database   up        2.25 ms  3 s ago       connection refused, 2 h ago
              datagrams dropped: 12 forged

            SCOPE          OWNER      EPOCH
            configuration  Primary        2
            guest          Secondary      1

            ITEM          STATE        WAITING  APPLIED      LAG         AGE  CONFLICTS
            extensions    current            0       60  3.42 ms       0.2 s          0
            bookings      quarantined    1,204   12,345        -  5 min 12 s          2
              -> hotel.bookings, room=101: 1406 Data too long for column 'note'; then run:
                 comxfailover replication retry bookings
            call-records  off                0        0        -           -          0
            """
        #expect(text(SampleReports.troubledNode, width: 80) == sheet)
    }

    @Test(arguments: [40, 55, 72, 80, 100, 200])
    func `no line of a sample is wider than a terminal that is wide enough for its narrowest form`(width: Int) {
        for line in text(SampleReports.troubledNode, width: width).split(separator: "\n") {
            #expect(String(line).displayWidth <= max(width, 72))
        }
    }

    @Test func `a node without a peer or items says so and says how to begin`() {
        let text = text(Self.lonelyNode.with(database: "running"), width: nil)
        #expect(text.contains("No peer is named in the settings."))
        #expect(text.contains("No items. Add one: comxfailover items add --name NAME"))
    }

    @Test func `a node that has not reached its database yet says nothing of what stands there`() {
        let text = text(Self.lonelyNode.with(scopes: []), width: nil)
        #expect(text.contains("database  starting"))
        #expect(text.hasSuffix("\n\nWhat is copied is known once the database runs."))
        #expect(!text.contains("SCOPE") && !text.contains("No items"))
    }

    @Test func `an error that the table cuts stands whole below it, where the path does not work`() {
        let words = "Access denied for user 'comxfailover'@'10.20.20.2' (using password: YES) (MariaDB error 1045)"
        let peer = SampleReports.node.peer.map { Self.peer($0, databaseError: words) }
        let narrow = text(SampleReports.node.with(peer: peer), width: 80)
        let whole = """
              database: Access denied for user 'comxfailover'@'10.20.20.2' (using password:
                YES) (MariaDB error 1045), 2 h ago
            """
        #expect(narrow.contains(whole), "\(narrow)")
        #expect(!text(SampleReports.node.with(peer: peer), width: nil).contains("database: "))
    }

    @Test func `colours go round the words and change nothing else`() {
        let coloured = StatusTable(
            report: SampleReports.troubledNode, now: SampleReports.now, layout: Layout(width: 80, style: .coloured)
        ).text
        #expect(coloured.contains("\u{1b}[31mquarantined\u{1b}[0m"))
        #expect(coloured.contains("\u{1b}[32mrunning\u{1b}[0m"))
        let stripped = coloured.replacing(#/\u{1b}\[[0-9]+m/#, with: "")
        #expect(stripped == text(SampleReports.troubledNode, width: 80))
    }

    @Test func `the verdict is well only where nothing is wrong`() {
        #expect(HealthVerdict(report: SampleReports.node).isWell)
        #expect(HealthVerdict(report: Self.lonelyNode.with(database: "running")).isWell)
        #expect(!HealthVerdict(report: Self.lonelyNode).isWell)
        #expect(!HealthVerdict(report: SampleReports.troubledNode).isWell)
        #expect(!HealthVerdict(report: SampleReports.troubledNode).itemsAreCurrent)
        let oneWaiting = SampleReports.node.with(
            items: [SampleReports.items[0].with(enabled: true, state: "first-contact")])
        #expect(!HealthVerdict(report: oneWaiting).isWell)
    }

    /// The peer, its database refusing with these words.
    private static func peer(_ peer: PeerReport, databaseError words: String) -> PeerReport {
        let paths = peer.paths.map { path in
            path.path == .database
                ? PathReport(
                    path: .database, state: .down, roundTripMilliseconds: nil, lastSuccess: nil,
                    lastFailure: path.lastFailure, lastError: words)
                : path
        }
        return PeerReport(
            mode: peer.mode, address: peer.address, state: peer.state, diagnosis: peer.diagnosis, words: peer.words,
            cure: peer.cure, since: peer.since, softwareVersion: peer.softwareVersion, paths: paths,
            droppedDatagrams: peer.droppedDatagrams)
    }

    private func text(_ report: NodeReport, width: Int?) -> String {
        StatusTable(report: report, now: SampleReports.now, layout: Layout(width: width, style: .plain)).text
    }

    @Test func `a node with an Asterisk tells how its call files stand`() {
        var reading = CallReading(recordsWritten: 1_234, lastEndedAt: SampleReports.ago(3))
        func line(_ isCaughtUp: Bool) -> String? {
            let report = SampleReports.node.with(calls: CallReadingReport(reading, isCaughtUp: isCaughtUp))
            return text(report, width: 100).split(separator: "\n").first { $0.hasPrefix("  calls") }.map(String.init)
        }
        #expect(line(true) == "  calls     1,234 recorded, the last ended 3 s ago")
        reading.linesRefused = 2
        #expect(
            line(false) == "  calls     1,234 recorded, the last ended 3 s ago, more to be read, 2 lines kept aside")
    }

    @Test(arguments: [
        (
            RingingReport(
                ability: "full", isFirst: true, rings: true, peerRings: false, peerAbility: "full", dueCount: 0,
                unkeptCount: 0), "rung here"
        ),
        (
            RingingReport(
                ability: "full", isFirst: false, rings: false, peerRings: true, peerAbility: "full", dueCount: 2,
                unkeptCount: 0), "rung by the Secondary, 2 due"
        ),
        (
            RingingReport(
                ability: "unkept", isFirst: false, rings: true, peerRings: nil, peerAbility: nil, dueCount: 1,
                unkeptCount: 1_234),
            "rung here in the Secondary's stead, this node cannot write down what it does, 1 due, "
                + "1,234 lines not kept yet"
        ),
        (
            RingingReport(
                ability: "none", isFirst: true, rings: false, peerRings: true, peerAbility: "full", dueCount: 0,
                unkeptCount: 0), "rung by the Secondary in this node's stead, this node cannot ring"
        ),
        (
            RingingReport(
                ability: "none", isFirst: true, rings: false, peerRings: nil, peerAbility: nil, dueCount: 0,
                unkeptCount: 0), "rung by nobody now, this node cannot ring"
        ),
    ])
    func `a node that wakes guests tells who does now, and what keeps it from it`(
        ringing: RingingReport, words: String
    ) {
        let node = SampleReports.node
        let report = NodeReport(
            mode: node.mode, softwareVersion: node.softwareVersion, boot: node.boot, incarnation: nil,
            startedAt: node.startedAt, at: node.at, database: node.database, feedHead: .start, settledHead: .start,
            scopes: [], peer: nil, items: [], warnings: [], ringing: ringing)
        #expect(text(report, width: 120).split(separator: "\n").contains { $0 == "  wake-ups  " + words })
    }

    private static var lonelyNode: NodeReport {
        let node = SampleReports.node
        return NodeReport(
            mode: node.mode, softwareVersion: node.softwareVersion, boot: node.boot, incarnation: nil,
            startedAt: node.startedAt, at: node.at, database: "starting", feedHead: .start, settledHead: .start,
            scopes: node.scopes, peer: nil, items: [], warnings: [])
    }
}

extension NodeReport {
    fileprivate func with(calls: CallReadingReport) -> NodeReport {
        NodeReport(
            mode: mode, softwareVersion: softwareVersion, boot: boot, incarnation: incarnation, startedAt: startedAt,
            at: at, database: database, feedHead: feedHead, settledHead: settledHead, scopes: scopes, peer: peer,
            items: items, warnings: warnings, calls: calls)
    }

    fileprivate func with(scopes: [ScopeReport]) -> NodeReport {
        NodeReport(
            mode: mode, softwareVersion: softwareVersion, boot: boot, incarnation: incarnation, startedAt: startedAt,
            at: at, database: database, feedHead: feedHead, settledHead: settledHead, scopes: scopes, peer: peer,
            items: items, warnings: warnings)
    }

    fileprivate func with(peer: PeerReport?) -> NodeReport {
        NodeReport(
            mode: mode, softwareVersion: softwareVersion, boot: boot, incarnation: incarnation, startedAt: startedAt,
            at: at, database: database, feedHead: feedHead, settledHead: settledHead, scopes: scopes, peer: peer,
            items: items, warnings: warnings)
    }

    fileprivate func with(database: String) -> NodeReport {
        NodeReport(
            mode: mode, softwareVersion: softwareVersion, boot: boot, incarnation: incarnation, startedAt: startedAt,
            at: at, database: database, feedHead: feedHead, settledHead: settledHead, scopes: scopes, peer: peer,
            items: items, warnings: warnings)
    }
}
