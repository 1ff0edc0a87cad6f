import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// The page Prometheus reads, in its text format, from one look at the board.
struct MetricsPage {
    private var lines: [String] = []

    /// The page as text.
    static func text(_ report: NodeReport, _ content: NodeBoard.Content) -> String {
        var page = MetricsPage()
        page.node(report, content)
        page.peer(report)
        page.items(report, content)
        page.calls(report)
        page.ringing(report)
        return page.lines.joined(separator: "\n") + "\n"
    }

    private mutating func family(_ name: String, _ kind: String, _ help: String, _ samples: [(String, String)]) {
        guard !samples.isEmpty else { return }
        lines.append("# HELP comxfailover_\(name) \(help)")
        lines.append("# TYPE comxfailover_\(name) \(kind)")
        for (labels, value) in samples { lines.append("comxfailover_\(name)\(labels) \(value)") }
    }

    private mutating func node(_ report: NodeReport, _ content: NodeBoard.Content) {
        family(
            "info", "gauge", "The node and its version.",
            [("{mode=\"\(report.mode.rawValue)\",version=\"\(report.softwareVersion)\"}", "1")])
        family(
            "database_up", "gauge", "Whether the node's own database answers.", [("", content.isDatabaseUp ? "1" : "0")]
        )
        family("feed_head", "gauge", "Highest position of the node's own feed.", [("", "\(report.feedHead.rawValue)")])
        family(
            "feed_settled_head", "gauge", "Position below which nothing can appear any more.",
            [("", "\(report.settledHead.rawValue)")])
        family(
            "scope_owner", "gauge", "1 where this node owns the scope.",
            report.scopes.map { ("{scope=\"\($0.scope.rawValue)\"}", $0.owner == report.mode ? "1" : "0") })
        family(
            "scope_epoch", "gauge", "The scope's epoch.",
            report.scopes.map { ("{scope=\"\($0.scope.rawValue)\"}", "\($0.epoch.rawValue)") })
        family("warnings", "gauge", "Warnings about this node.", [("", "\(report.warnings.count)")])
    }

    private mutating func peer(_ report: NodeReport) {
        guard let peer = report.peer else { return }
        let states = ["starting", "online", "degraded", "offline", "disabled", "unconfigured"]
        family(
            "peer_state", "gauge", "1 for the state the peer is in.",
            states.map { ("{state=\"\($0)\"}", $0 == peer.state ? "1" : "0") })
        family(
            "peer_diagnosis", "gauge", "1 for what is wrong with the peer.",
            peer.diagnosis.map { [("{diagnosis=\"\($0)\"}", "1")] } ?? [])
        family(
            "path_up", "gauge", "1 where the path to the peer works, 0 where not; paths never tried are left out.",
            peer.paths.filter { $0.state != .unknown }
                .map { ("{path=\"\($0.path.rawValue)\"}", $0.state == .up ? "1" : "0") })
        family(
            "path_round_trip_seconds", "gauge", "Smoothed round trip.",
            peer.paths.compactMap { path in
                path.roundTripMilliseconds.map { ("{path=\"\(path.path.rawValue)\"}", "\($0 / 1_000)") }
            })
        family(
            "datagrams_dropped_total", "counter", "Heartbeat datagrams thrown away, by reason.",
            peer.droppedDatagrams.sorted { $0.key < $1.key }.map { ("{reason=\"\($0.key)\"}", "\($0.value)") })
    }

    private mutating func ringing(_ report: NodeReport) {
        guard let ringing = report.ringing else { return }
        family(
            "ringing_ability", "gauge", "1 for how well the node could ring wake-ups.",
            ["none", "unkept", "full"].map { ("{ability=\"\($0)\"}", $0 == ringing.ability ? "1" : "0") })
        family(
            "ringing_now", "gauge", "1 where the node rings wake-ups that are due.", [("", ringing.rings ? "1" : "0")])
        family(
            "wake_ups_due", "gauge", "Wake-ups that are due and have not ended.", [("", "\(ringing.dueCount)")])
        family(
            "wake_up_lines_unkept", "gauge", "Lines of the wake-up ledger that are not on the disk yet.",
            [("", "\(ringing.unkeptCount)")])
    }

    private mutating func calls(_ report: NodeReport) {
        guard let calls = report.calls else { return }
        family(
            "call_records_total", "counter", "Call records written by this node.", [("", "\(calls.recordsWritten)")])
        family(
            "call_records_interrupted_total", "counter", "Those of calls that died with Asterisk.",
            [("", "\(calls.recordsInterrupted)")])
        family(
            "call_lines_refused_total", "counter", "Lines of Asterisk's call files that were no records.",
            [("", "\(calls.linesRefused)")])
        family("call_legs_open", "gauge", "Legs of which no end is known.", [("", "\(calls.legsOpen)")])
        family(
            "call_files_read", "gauge", "Whether all that Asterisk wrote has been read.",
            [("", calls.isCaughtUp ? "1" : "0")])
        family(
            "call_last_ended_seconds", "gauge", "When the last recorded call ended, since 1970.",
            calls.lastEndedAt.map { [("", "\($0.rawValue / 1_000_000)")] } ?? [])
    }

    private mutating func items(_ report: NodeReport, _ content: NodeBoard.Content) {
        func samples(_ value: (ItemReport) -> String?) -> [(String, String)] {
            report.items.compactMap { item in value(item).map { ("{item=\"\(item.name)\"}", $0) } }
        }
        func standing(_ item: ItemReport) -> ItemStanding { content.standings[item.name] ?? ItemStanding() }
        family("item_enabled", "gauge", "Whether the item is switched on.", samples { $0.enabled ? "1" : "0" })
        family(
            "item_state", "gauge", "1 for the state of the item's copy.",
            report.items.map { ("{item=\"\($0.name)\",state=\"\($0.state)\"}", "1") })
        family(
            "item_lag_seconds", "gauge", "Median of recent lags from the writer's clock to the commit here.",
            samples { $0.lagMilliseconds.map { "\($0 / 1_000)" } })
        family(
            "item_age_seconds", "gauge", "Since all the peer had was here.", samples { $0.ageSeconds.map { "\($0)" } })
        family("item_cursor", "gauge", "Durable cursor into the peer's feed.", samples { "\($0.cursor.rawValue)" })
        family("item_rows_applied_total", "counter", "Rows applied since the start.", samples { "\($0.rowsApplied)" })
        family(
            "item_batches_total", "counter", "Batches committed since the start.", samples { "\(standing($0).batches)" }
        )
        family(
            "item_conflicts_total", "counter", "Rows that lost since the start.",
            samples { "\(standing($0).conflicts)" })
        family(
            "item_conflicts_open", "gauge", "Ledger entries that wait for a person.", samples { "\($0.openConflicts)" })
        family(
            "item_drift_healed_total", "counter", "Rows put back to what their owner has.",
            samples { "\(standing($0).driftHealed)" })
    }
}
