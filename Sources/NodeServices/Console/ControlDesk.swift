import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary
import Wire

/// Answers the peer's requests over the control path.
package struct ControlDesk: ControlAnswering {
    private let board: NodeBoard
    private let source: any FeedSourcePort
    private let clock: any ClockPort
    private let boot: BootID
    private let softwareVersion: String
    private let timeZone: String
    private let logger: Logger
    /// Hears of phones that moved; nil without an Asterisk.
    private let registrations: RegistrationService?
    /// Gives scopes back; nil where nobody does.
    private let reigns: ReignService?
    /// Wakes the guests; nil where this node cannot.
    private let ringing: RingingService?

    package init(
        board: NodeBoard, source: any FeedSourcePort, clock: any ClockPort, boot: BootID, softwareVersion: String,
        timeZone: String, registrations: RegistrationService? = nil, reigns: ReignService? = nil,
        ringing: RingingService? = nil, logger: Logger
    ) {
        self.board = board
        self.source = source
        self.clock = clock
        self.boot = boot
        self.softwareVersion = softwareVersion
        self.timeZone = timeZone
        self.registrations = registrations
        self.reigns = reigns
        self.ringing = ringing
        self.logger = logger
    }

    package func answer(_ request: ControlRequest) async -> ControlReply {
        switch request {
        case .hello:
            let incarnation = board.read { $0.feed.life?.memory.incarnation } ?? .unknown
            return .hello(
                ControlHello(
                    mode: board.mode, boot: boot, incarnation: incarnation, wallClock: clock.wallTime(),
                    softwareVersion: softwareVersion, timeZone: timeZone))
        case .settle:
            let feed = board.read { $0.feed }
            return .settled(ControlReply.Settled(head: feed.head, settled: feed.settled))
        case .takeMyRows(let wanted):
            return takeRows(wanted.item)
        case .repair(let wanted):
            return repair(wanted)
        case .regenerate:
            board.sourceWanted.ring()
            return .acknowledge
        case .nudge:
            board.copyWanted.ring()
            return .acknowledge
        case .putBack(let wanted):
            return await putBack(wanted)
        case .registered(let there):
            ringing?.appeared(there.phones.map(\.endpoint))
            await registrations?.registered(there)
            return .acknowledge
        case .handover(let asked):
            return .verdict(verdict(on: HandoverQuestion(asked)).reply)
        case .giveBack(let wanted):
            return await giveBack(wanted.scope)
        case .ringing(let letter):
            guard let ringing else { return .failed(.init(code: .notFound, words: "this node wakes nobody")) }
            guard let reply = ringing.received(letter) else {
                return .failed(.init(code: .databaseUnavailable, words: "the wake-ups were not read here yet"))
            }
            return .ringing(reply)
        }
    }

    private func verdict(on question: HandoverQuestion) -> HandoverVerdict {
        board.read { content in
            guard let machine = content.reigns[question.reign.scope] else {
                return .behind("the \(board.mode) is starting")
            }
            return machine.verdict(on: question, progress: content.handoverProgress(for: question))
        }
    }

    /// Begins a giveback, as an operator wants at the peer; how it goes on is seen there.
    private func giveBack(_ scope: Scope) async -> ControlReply {
        guard let reigns else { return .failed(.init(code: .refused, words: "this node gives nothing back")) }
        for await step in reigns.order(.giveBack(.operatorAtPeer), over: [scope]) {
            switch step.phase {
            case .refused, .failed: return .failed(.init(code: .refused, words: step.words))
            case .goes, .done: return .acknowledge
            }
        }
        return .acknowledge
    }

    /// Writes a row that lost at the peer, where this node owns it and the item is one of the catalogue.
    private func putBack(_ wanted: ControlRequest.PutBack) async -> ControlReply {
        guard let entry = LedgerEntryText.entry(in: wanted.entry) else {
            return .failed(.init(code: .malformed, words: "the ledger entry cannot be read"))
        }
        let isOurs = board.read { content -> Bool in
            guard let item = content.items.first(where: { $0.name == entry.item && $0.isEnabled }),
                item.tables.contains(where: { $0.name == entry.table }), case .owned(let scope) = item.rule
            else { return false }
            return content.scopes.first { $0.scope == scope }?.owner == board.mode
        }
        guard isOurs else {
            return .failed(.init(code: .refused, words: "\(entry.table) is not written on this node"))
        }
        do {
            try await source.restore(entry)
        } catch {
            return .failed(.init(code: .databaseUnavailable, words: error.words))
        }
        board.record(
            .item, "a row of \(entry.table) was put back", ["an operator asked for it on the \(board.mode.peer)"],
            at: clock.wallTime(), as: EventSort(.conflict, .information, about: "\(entry.table)"))
        return .acknowledge
    }

    package func refused(_ refusal: ControlRefusal) {
        if refusal == .secretMismatch { board.change { $0.isProofRefused = true } }
        logger.notice("a control connection was turned away", metadata: ["reason": "\(refusal)"])
    }

    /// Begins a repair, or tells how far the one of this ticket has come.
    private func repair(_ wanted: ControlRequest.Repair) -> ControlReply {
        let known = board.read { $0.askedRepairs[wanted.item] }
        if let known, known.ticket == wanted.ticket { return .repairing(known.reply) }
        let fresh = RepairStanding(item: wanted.item, ticket: wanted.ticket)
        // Before the copy can hear of it: what it does from then on counts.
        board.change { $0.askedRepairs[wanted.item] = fresh }
        let reply = takeRows(wanted.item)
        guard reply != .acknowledge else { return .repairing(fresh.reply) }
        board.change { $0.askedRepairs[wanted.item] = nil }
        return reply
    }

    private func takeRows(_ item: ItemName) -> ControlReply {
        let isKnown = board.change { content -> Bool in
            guard content.items.contains(where: { $0.name == item && $0.isEnabled }) else { return false }
            content.repairs.insert(item)
            return true
        }
        guard isKnown else {
            return .failed(ControlReply.Failure(code: .notFound, words: "item \(item) is not switched on here"))
        }
        board.copyWanted.ring()
        return .acknowledge
    }
}
