import Ports
import ReplicaLogic
import Vocabulary
import Wire

extension NodeConsole {
    package func compare(_ item: ItemName?) async throws(ConsoleFailure) -> AsyncStream<ProgressReport> {
        let wanted: [ItemDefinition]
        if let item {
            wanted = [try definition(of: item)]
        } else {
            wanted = board.read { $0.items.filter(\.isEnabled) }
        }
        var comparisons: [Comparison] = []
        for definition in wanted {
            guard definition.isEnabled else {
                throw .refused("item \(definition.name) is switched off; comxfailover items enable \(definition.name)")
            }
            comparisons.append(try await comparison(of: definition, repairing: nil))
        }
        let series = ComparisonSeries(comparisons)
        return AsyncStream { await series.next() }
    }

    package func repair(
        _ item: ItemName, from source: Mode?
    ) async throws(ConsoleFailure) -> AsyncStream<ProgressReport> {
        let definition = try definition(of: item)
        guard definition.isEnabled else {
            throw .refused("item \(item) is switched off; comxfailover items enable \(item)")
        }
        let authority: Mode
        if let source { authority = source } else { authority = try owner(of: definition) }
        if authority == board.mode { return try await askPeerToTake(definition) }
        let reason: LedgerReason
        do {
            reason = try await store.copyRecord(of: item).isEstablished ? .repair : .firstContact
        } catch {
            throw .unavailable(Self.words(error))
        }
        let comparison = try await comparison(of: definition, repairing: reason)
        let series = ComparisonSeries([comparison]) {
            await finishRepair(of: item)
        }
        return AsyncStream { await series.next() }
    }

    /// The two nodes have met over the item now, whoever asked.
    private func finishRepair(of item: ItemName) async {
        do {
            var record = try await store.copyRecord(of: item)
            record.isEstablished = true
            record.quarantine = nil
            try await store.save(record, of: item)
        } catch {
            board.warn("repair", "the books of item \(item) could not be kept: \(error.words)")
        }
        board.change { content in
            content.retries.insert(item)
            content.arrivals.insert(item)
        }
        board.copyWanted.ring()
    }

    private func owner(of item: ItemDefinition) throws(ConsoleFailure) -> Mode {
        guard case .owned(let scope) = item.rule else {
            throw .invalid("both nodes write item \(item.name); say whose rows are right: --from primary|secondary")
        }
        return board.read { $0.scopes.first { $0.scope == scope }?.owner } ?? scope.home
    }

    private func askPeerToTake(_ item: ItemDefinition) async throws(ConsoleFailure) -> AsyncStream<ProgressReport> {
        guard let control else { throw .refused("this node has no peer") }
        let request = ControlRequest.Repair(
            item: item.name, ticket: UInt64(bitPattern: clock.wallTime().rawValue))
        switch try await ask(control, .repair(request)) {
        case .repairing(let first):
            let repair = PeerRepair(control: control, request: request, first: first, clock: clock)
            return AsyncStream { await repair.next() }
        case .failed(let failure) where failure.code == .unknownMessage:
            return try await askOlderPeerToTake(item, over: control)
        case .failed(let failure): throw .refused("the peer refused: \(failure.words)")
        case .acknowledge, .hello, .settled, .progress, .verdict, .ringing:
            throw .unavailable("the peer's answer makes no sense; bring both nodes to one release")
        }
    }

    /// A peer of a former release carries a repair out as well, and tells nothing of it.
    private func askOlderPeerToTake(
        _ item: ItemDefinition, over control: any ControlPort
    ) async throws(ConsoleFailure) -> AsyncStream<ProgressReport> {
        if case .failed(let failure) = try await ask(control, .takeMyRows(.init(item: item.name))) {
            throw .refused("the peer refused: \(failure.words)")
        }
        let report = ProgressReport(
            item: item.name, table: nil, phase: "done", rowsDone: 0, rowsTotal: nil, rowsDifferent: 0, rowsRepaired: 0,
            words: "the \(board.mode.peer) takes this node's rows now; watch it there: comxfailover status --watch")
        return AsyncStream { continuation in
            continuation.yield(report)
            continuation.finish()
        }
    }

    private func ask(
        _ control: any ControlPort, _ request: ControlRequest
    ) async throws(ConsoleFailure) -> ControlReply {
        do {
            return try await control.request(request)
        } catch {
            throw .unavailable("the peer's daemon does not answer: \(error.words)")
        }
    }

    private func comparison(
        of item: ItemDefinition, repairing: LedgerReason?
    ) async throws(ConsoleFailure) -> Comparison {
        guard let peer else { throw .refused("this node has no peer") }
        do {
            let incarnation = try await peer.incarnation()
            let theirs = Dictionary(try await peer.catalogue().map { ($0.table, $0) }) { first, _ in first }
            return Comparison(
                peer: peer, store: store, item: item, theirs: theirs, incarnation: incarnation,
                chunkRows: facts.compareRows, repairing: repairing, clock: clock)
        } catch {
            throw .unavailable("the peer's feed cannot be read: \(error.words)")
        }
    }
}
