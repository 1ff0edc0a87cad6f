import Ports
import Vocabulary

/// Reports of a small hotel, the same in every test that needs some.
package enum SampleReports {
    /// The moment of the samples: 14 November 2023, 22:13:20 UTC.
    package static let now = WallTime(microseconds: 1_700_000_000_000_000)

    /// That many seconds before `now`.
    package static func ago(_ seconds: Int64) -> WallTime {
        WallTime(microseconds: now.rawValue - seconds * 1_000_000)
    }

    package static let extensions = ItemName(literal: "extensions")
    package static let bookings = ItemName(literal: "bookings")
    package static let callRecords = ItemName(literal: "call-records")

    /// A healthy Primary: two items current and one switched off.
    package static var node: NodeReport {
        NodeReport(
            mode: .primary, softwareVersion: "1.0.0", boot: BootID(rawValue: 0x00c0_ffee_0000_1234),
            incarnation: Incarnation(rawValue: 0x0123_4567_89ab_cdef), startedAt: ago(273_600), at: now,
            database: "running", feedHead: FeedPosition(rawValue: 1_234_567),
            settledHead: FeedPosition(rawValue: 1_234_560), scopes: scopes, peer: peer, items: items, warnings: [])
    }

    /// The same Primary on a bad day: the peer's daemon is dead and one item is quarantined.
    package static var troubledNode: NodeReport {
        let healthy = node
        return NodeReport(
            mode: healthy.mode, softwareVersion: healthy.softwareVersion, boot: healthy.boot,
            incarnation: healthy.incarnation, startedAt: healthy.startedAt, at: healthy.at, database: "running",
            feedHead: healthy.feedHead, settledHead: healthy.settledHead, scopes: scopes, peer: absentPeer,
            items: [items[0], quarantined, items[2]],
            warnings: ["only 430 MB are free at /var/lib/comxfailover/mariadb"])
    }

    package static var scopes: [ScopeReport] {
        [
            ScopeReport(scope: .configuration, owner: .primary, epoch: Epoch(rawValue: 2)),
            ScopeReport(scope: .guest, owner: .secondary, epoch: Epoch(rawValue: 1)),
        ]
    }

    package static var peer: PeerReport {
        PeerReport(
            mode: .secondary, address: "192.168.101.3", state: "online", diagnosis: nil, words: nil, cure: nil,
            since: ago(11_520), softwareVersion: "1.0.0", paths: healthyPaths, droppedDatagrams: [:])
    }

    package static var absentPeer: PeerReport {
        PeerReport(
            mode: .secondary, address: "192.168.101.3", state: "offline", diagnosis: "daemon-down",
            words: "The server answers, its comxfailover daemon does not.",
            cure: "Start it there: systemctl start comxfailover", since: ago(42), softwareVersion: "1.0.0",
            paths: [
                PathReport(
                    path: .heartbeat, state: .down, roundTripMilliseconds: nil, lastSuccess: ago(45),
                    lastFailure: ago(1), lastError: "port unreachable"),
                healthyPaths[2],
            ], droppedDatagrams: ["forged": 12])
    }

    package static var items: [ItemReport] {
        [
            ItemReport(
                name: extensions, rule: .owned(.configuration),
                tables: [table("staff_extensions"), table("guest_extensions")], enabled: true, state: "current",
                words: nil, rowsWaiting: 0, rowsApplied: 60,
                cursor: FeedPosition(rawValue: 1_234_560), lagMilliseconds: 3.42, ageSeconds: 0.2, openConflicts: 0),
            ItemReport(
                name: bookings, rule: .newestWins, tables: [table("bookings")], enabled: true, state: "current",
                words: nil, rowsWaiting: 0, rowsApplied: 12_345, cursor: FeedPosition(rawValue: 1_234_000),
                lagMilliseconds: 12.3, ageSeconds: 1, openConflicts: 2),
            ItemReport(
                name: callRecords, rule: .appendOnly, tables: [table("call_records")], enabled: false, state: "off",
                words: nil, rowsWaiting: 0, rowsApplied: 0, cursor: .start, lagMilliseconds: nil, ageSeconds: nil,
                openConflicts: 0),
        ]
    }

    package static var quarantined: ItemReport {
        ItemReport(
            name: bookings, rule: .newestWins, tables: [table("bookings")], enabled: true, state: "quarantined",
            words: "hotel.bookings, room=101: 1406 Data too long for column 'note'; then run: "
                + "comxfailover replication retry bookings",
            rowsWaiting: 1_204, rowsApplied: 12_345, cursor: FeedPosition(rawValue: 1_234_000),
            lagMilliseconds: nil, ageSeconds: 312, openConflicts: 2)
    }

    package static var conflicts: [ConflictReport] {
        [
            ConflictReport(
                id: 17, item: bookings, table: table("bookings"), key: ["room": "101"], reason: "conflict",
                at: ago(180),
                winner: "1.1700000000000000.secondary", loser: "1.1699999999000000.primary",
                winnerImage: ["room": "101", "at": "07:00", "note": nil],
                loserImage: ["room": "101", "at": "06:30", "note": "tea, please"], state: "open"),
            ConflictReport(
                id: 16, item: extensions, table: table("staff_extensions"), key: ["number": "201"], reason: "drift",
                at: ago(86_400), winner: "2.1699900000000000.primary", loser: "0.0.secondary", winnerImage: nil,
                loserImage: ["number": "201", "name": "Küche"], state: "restored"),
        ]
    }

    package static var coverage: CoverageReport {
        CoverageReport(
            tablesProtected: 1_012,
            gaps: [
                CoverageReport.Gap(
                    kind: "no-key", subject: "asterisk.devices", words: "The table has no primary key.",
                    cure: "Name the columns that identify a row: --table asterisk.devices:id"),
                CoverageReport.Gap(
                    kind: "item-off", subject: "call-records", words: "The item is switched off.",
                    cure: "comxfailover items enable call-records"),
            ])
    }

    package static var decisions: [DecisionReport] {
        [
            DecisionReport(
                at: ago(42), subject: "peer", decision: "called offline: daemon-down",
                evidence: ["no heartbeat for 3.1 s", "TCP 3081 refused", "the database answers"]),
            DecisionReport(at: ago(273_600), subject: "node", decision: "started", evidence: []),
        ]
    }

    /// A node in memory that holds all of these.
    package static func console(_ node: NodeReport = SampleReports.node) -> MemoryNodeConsole {
        MemoryNodeConsole(
            MemoryNodeConsole.State(
                report: node, conflicts: conflicts, coverage: coverage, decisions: decisions))
    }

    private static func table(_ name: String) -> TableName { TableName(schema: "hotel", name: name) }

    private static var healthyPaths: [PathReport] {
        [
            PathReport(
                path: .heartbeat, state: .up, roundTripMilliseconds: 0.42, lastSuccess: now, lastFailure: nil,
                lastError: nil),
            PathReport(
                path: .control, state: .up, roundTripMilliseconds: 1.2, lastSuccess: ago(3), lastFailure: nil,
                lastError: nil),
            PathReport(
                path: .database, state: .up, roundTripMilliseconds: 2.25, lastSuccess: ago(3),
                lastFailure: ago(7_200), lastError: "connection refused"),
        ]
    }
}
