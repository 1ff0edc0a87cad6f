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
}
