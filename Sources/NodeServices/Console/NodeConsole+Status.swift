import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension NodeConsole {
    package func status() async -> NodeReport {
        let content = board.now
        let now = clock.now()
        return NodeReport(
            mode: board.mode, softwareVersion: facts.softwareVersion, boot: facts.boot,
            incarnation: content.feed.life?.memory.incarnation, startedAt: facts.startedAt, at: clock.wallTime(),
            database: content.database, feedHead: content.feed.head, settledHead: content.feed.settled,
            scopes: content.scopes, peer: peerReport(content),
            items: content.items.map { itemReport($0, content, now) }, warnings: warnings(content),
            calls: content.calls, ringing: RingingReport(content))
    }

    private func peerReport(_ content: NodeBoard.Content) -> PeerReport? {
        guard let address = facts.peerAddress, let machine = content.peer else { return nil }
        let diagnosis = machine.state.diagnosis
        let dropped = machine.droppedDatagrams.map { ($0.key.rawValue, $0.value) }
        return PeerReport(
            mode: board.mode.peer, address: address, state: machine.state.name, diagnosis: diagnosis?.name,
            words: diagnosis?.sentence, cure: diagnosis.map { Cure(for: $0, places: facts.places).words },
            since: machine.since, softwareVersion: machine.facts?.softwareVersion,
            paths: PathName.allCases.map { pathReport($0, machine.status(of: $0)) },
            droppedDatagrams: Dictionary(dropped) { first, _ in first })
    }

    private func pathReport(_ path: PathName, _ status: PathStatus) -> PathReport {
        PathReport(
            path: path, state: status.state, roundTripMilliseconds: status.roundTrip?.milliseconds,
            lastSuccess: status.lastSuccess, lastFailure: status.lastFailure, lastError: status.lastErrorWords)
    }

    private func itemReport(_ item: ItemDefinition, _ content: NodeBoard.Content, _ now: Instant) -> ItemReport {
        var standing = content.standings[item.name] ?? ItemStanding()
        if !item.isEnabled { standing.state = .off }
        var words = standing.state.words(item: item.name)
        if let refused = item.tables.compactMap({ content.capture.refused[$0.name] }).first, item.isEnabled {
            words = refused
        } else if words == nil, let skipped = standing.skippedColumns.min(by: { $0.key < $1.key }) {
            words =
                "columns that only one node has are not copied: \(skipped.key) \(skipped.value.joined(separator: ", "))"
        }
        return ItemReport(
            name: item.name, rule: item.rule, tables: item.tables.map(\.name), enabled: item.isEnabled,
            state: standing.state.word, words: words, rowsWaiting: standing.rowsWaiting,
            rowsApplied: standing.rowsApplied, cursor: standing.cursor, lagMilliseconds: standing.lagMedian,
            ageSeconds: standing.currentAt.map { (now - $0).inSeconds }, openConflicts: standing.openConflicts)
    }

    private func warnings(_ content: NodeBoard.Content) -> [String] {
        var warnings = content.warnings.sorted { $0.key < $1.key }.map(\.value)
        if !content.isDatabaseUp, !content.isDatabaseStarting {
            warnings.insert("this node's database does not answer: \(content.database)", at: 0)
        }
        warnings += content.capture.refused.sorted { $0.key < $1.key }.map(\.value)
        if content.feed.life?.suspectAbove != nil {
            warnings.append("this node was restored from an older image and is taking back what it lost")
        }
        return warnings
    }
}

extension NodeConsole {
    package func metrics() async -> String {
        MetricsPage.text(await status(), board.now)
    }
}
