import PairLogic
import Ports
import ReplicaLogic
import Vocabulary
import Wire

/// What a node offers to the people in front of it, answered from the board, the store and the peer.
package struct NodeConsole: NodeConsolePort {
    /// What stands still for the whole run.
    package struct Facts: Sendable {
        package let softwareVersion: String
        package let boot: BootID
        package let startedAt: WallTime
        /// The peer's address; nil without a peer.
        package let peerAddress: String?
        package let compareRows: Int
        /// Where the peer listens, for the advice to name.
        package let places: Cure.Places

        package init(
            softwareVersion: String, boot: BootID, startedAt: WallTime, peerAddress: String?, compareRows: Int,
            places: Cure.Places = Cure.Places()
        ) {
            self.softwareVersion = softwareVersion
            self.boot = boot
            self.startedAt = startedAt
            self.peerAddress = peerAddress
            self.compareRows = compareRows
            self.places = places
        }
    }

    let facts: Facts
    let board: NodeBoard
    let source: any FeedSourcePort
    let store: any ReplicaStorePort
    /// A connection to the peer of the console's own, so that a comparison does not hold up the copy.
    let peer: (any PeerFeedPort)?
    let control: (any ControlPort)?
    /// The tables of Asterisk's families; nil where the settings name no Asterisk.
    let families: (any FamilyStorePort)?
    let clock: any ClockPort

    package init(
        facts: Facts, board: NodeBoard, source: any FeedSourcePort, store: any ReplicaStorePort,
        peer: (any PeerFeedPort)?, control: (any ControlPort)?, families: (any FamilyStorePort)? = nil,
        clock: any ClockPort
    ) {
        self.facts = facts
        self.board = board
        self.source = source
        self.store = store
        self.peer = peer
        self.control = control
        self.families = families
        self.clock = clock
    }

    package func confirmClock() async throws(ConsoleFailure) {
        guard let ringing = board.read({ $0.ringing }) else {
            throw .refused("this node wakes nobody: it has no Asterisk, or has not read its wake-ups yet")
        }
        guard ringing.isClockHeld else { throw .refused("the clock is trusted: no wake-up waits because of it") }
        board.change { $0.clockConfirmations += 1 }
        board.record(
            .node, "an operator says that the clock is right: wake-ups that it held are rung", [],
            at: clock.wallTime(), as: EventSort(.wakeUp, .information, about: "clock"))
    }

    package func explain(limit: Int) async -> [DecisionReport] {
        board.read { $0.decisions }.newest(limit).map { decision in
            DecisionReport(
                at: decision.at, subject: decision.subject.rawValue, decision: decision.decision,
                evidence: decision.evidence)
        }
    }

    package func coverage() async throws(ConsoleFailure) -> CoverageReport {
        do { return try await source.coverage() } catch { throw .unavailable(Self.words(error)) }
    }

    package func conflicts(openOnly: Bool) async throws(ConsoleFailure) -> [ConflictReport] {
        do {
            return try await source.conflicts(openOnly: openOnly, id: nil)
        } catch {
            throw .unavailable(Self.words(error))
        }
    }

    package func restore(conflict id: UInt64) async throws(ConsoleFailure) {
        do {
            guard let entry = try await source.conflicts(openOnly: false, id: id).first else {
                throw ConsoleFailure.notFound("there is no ledger entry \(id); comxfailover replication conflicts")
            }
            guard entry.state == "open" else {
                throw ConsoleFailure.refused("ledger entry \(id) was restored before")
            }
            if isWritable(entry.item) {
                try await source.restore(entry)
            } else {
                try await askOwnerToPutBack(entry)
                try await source.markRestored(entry)
            }
        } catch let failure as ConsoleFailure {
            throw failure
        } catch let failure as FeedFailure {
            throw .unavailable("the row could not be put back: \(failure.words)")
        } catch {
            throw .unavailable("\(error)")
        }
        board.record(
            .item, "ledger entry \(id) was put back", ["by an operator"], at: clock.wallTime(),
            as: EventSort(.conflict, .information, about: "entry \(id)"))
    }

    package func retry(_ item: ItemName) async throws(ConsoleFailure) {
        _ = try definition(of: item)
        board.change { _ = $0.retries.insert(item) }
        board.copyWanted.ring()
        board.sourceWanted.ring()
    }

    package func removeTriggers() async throws(ConsoleFailure) -> Int {
        do {
            let count = try await source.removeAllTriggers()
            board.sourceWanted.ring()
            board.record(
                .item, "all triggers were removed; nothing is captured here until item catalogue is switched on",
                ["\(count) triggers, by an operator"],
                at: clock.wallTime(), as: EventSort(.capture, .alert))
            return count
        } catch {
            throw .unavailable(Self.words(error))
        }
    }

    func definition(of item: ItemName) throws(ConsoleFailure) -> ItemDefinition {
        guard let found = board.read({ $0.items.first { $0.name == item } }) else {
            throw .notFound("there is no item \(item); comxfailover items list")
        }
        return found
    }

    /// An item's rows are written where its scope is owned.
    private func isWritable(_ item: ItemName) -> Bool {
        guard case .owned(let scope)? = board.read({ $0.items.first { $0.name == item }?.rule }) else { return true }
        let owner = board.read { $0.scopes.first { $0.scope == scope }?.owner }
        return owner == nil || owner == board.mode
    }

    private func askOwnerToPutBack(_ entry: ConflictReport) async throws(ConsoleFailure) {
        let owner = "item \(entry.item) is written on the \(board.mode.peer)"
        guard let control else { throw .refused("\(owner), and this node has no peer") }
        guard let request = LedgerEntryText.text(of: entry).flatMap(ControlRequest.PutBack.init(entry:)) else {
            throw .refused("\(owner), and the row is too long to be sent there: enter it there by hand")
        }
        let reply: ControlReply
        do {
            reply = try await control.request(.putBack(request))
        } catch {
            throw .unavailable("\(owner), whose daemon does not answer: \(error.words)")
        }
        if case .failed(let failure) = reply { throw .refused("the \(board.mode.peer) refused: \(failure.words)") }
    }

    static func words(_ failure: FeedFailure) -> String {
        switch failure {
        case .unreachable: "this node's database does not answer: \(failure.words)"
        case .viewInvalid, .retry, .refused: failure.words
        }
    }
}
