import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

@Suite struct MetricsPageTests {
    private func page(_ report: NodeReport, _ change: (inout NodeBoard.Content) -> Void = { _ in }) -> [String] {
        var content = NodeBoard.Content()
        change(&content)
        return MetricsPage.text(report, content).split(separator: "\n").map(String.init)
    }

    @Test func `every sample stands below its help and its kind, and each family once`() {
        let lines = page(SampleReports.node)
        var families: [String] = []
        for (index, line) in lines.enumerated() where line.hasPrefix("# TYPE ") {
            let name = line.split(separator: " ")[2]
            families.append(String(name))
            #expect(lines[index - 1].hasPrefix("# HELP \(name) "))
            #expect(lines[index + 1].hasPrefix(String(name)))
        }
        #expect(Set(families).count == families.count && families.count > 15)
        #expect(families.allSatisfy { $0.hasPrefix("comxfailover_") })
        for line in lines where !line.hasPrefix("#") {
            #expect(Double(line.split(separator: " ").last ?? "") != nil, "\(line)")
        }
    }

    @Test func `the peer's state is one of all states, and what is wrong is named`() {
        let lines = page(SampleReports.troubledNode)
        #expect(lines.contains("comxfailover_peer_state{state=\"offline\"} 1"))
        #expect(lines.filter { $0.hasPrefix("comxfailover_peer_state{") && $0.hasSuffix(" 1") }.count == 1)
        #expect(lines.contains("comxfailover_peer_diagnosis{diagnosis=\"daemon-down\"} 1"))
        #expect(lines.contains("comxfailover_datagrams_dropped_total{reason=\"forged\"} 12"))
        #expect(lines.contains("comxfailover_warnings 1"))
        #expect(page(SampleReports.node).allSatisfy { !$0.contains("peer_diagnosis") })
    }

    @Test func `items tell their state, lag and counts`() {
        let lines = page(SampleReports.node) { content in
            var standing = ItemStanding()
            standing.batches = 12
            standing.driftHealed = 3
            content.standings[SampleReports.extensions] = standing
            content.isDatabaseUp = true
        }
        #expect(lines.contains("comxfailover_item_state{item=\"extensions\",state=\"current\"} 1"))
        #expect(lines.contains("comxfailover_item_batches_total{item=\"extensions\"} 12"))
        #expect(lines.contains("comxfailover_item_drift_healed_total{item=\"extensions\"} 3"))
        #expect(lines.contains("comxfailover_item_enabled{item=\"call-records\"} 0"))
        #expect(lines.contains { $0.hasPrefix("comxfailover_item_lag_seconds{item=\"extensions\"} 0.0034") })
        #expect(!lines.contains { $0.hasPrefix("comxfailover_item_lag_seconds{item=\"call-records\"}") })
        #expect(lines.contains("comxfailover_database_up 1"))
    }

    @Test func `a node that wakes guests tells how it stands towards that`() {
        let node = SampleReports.node
        let report = NodeReport(
            mode: node.mode, softwareVersion: node.softwareVersion, boot: node.boot, incarnation: nil,
            startedAt: node.startedAt, at: node.at, database: node.database, feedHead: .start, settledHead: .start,
            scopes: [], peer: nil, items: [], warnings: [],
            ringing: RingingReport(
                ability: "unkept", isFirst: true, rings: true, peerRings: nil, peerAbility: nil, dueCount: 3,
                unkeptCount: 4))
        let lines = page(report)
        for line in [
            "ringing_ability{ability=\"unkept\"} 1", "ringing_ability{ability=\"full\"} 0", "ringing_now 1",
            "wake_ups_due 3", "wake_up_lines_unkept 4",
        ] { #expect(lines.contains("comxfailover_\(line)"), "\(line)") }
        #expect(page(node).allSatisfy { !$0.contains("comxfailover_ringing") })
    }

    @Test func `a node with an Asterisk counts its call records`() {
        let node = SampleReports.node
        let reading = CallReading(
            recordsWritten: 12, recordsInterrupted: 1, linesRefused: 3,
            lastEndedAt: WallTime(microseconds: 1_700_000_000_000_000))
        let report = NodeReport(
            mode: node.mode, softwareVersion: node.softwareVersion, boot: node.boot, incarnation: nil,
            startedAt: node.startedAt, at: node.at, database: node.database, feedHead: .start, settledHead: .start,
            scopes: [], peer: nil, items: [], warnings: [], calls: CallReadingReport(reading, isCaughtUp: true))
        let lines = page(report)
        for line in [
            "call_records_total 12", "call_records_interrupted_total 1", "call_lines_refused_total 3",
            "call_legs_open 0", "call_files_read 1", "call_last_ended_seconds 1700000000",
        ] { #expect(lines.contains("comxfailover_\(line)"), "\(line)") }
        #expect(page(node).allSatisfy { !$0.contains("comxfailover_call_") })
    }
}
