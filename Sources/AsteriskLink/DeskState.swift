import NIOCore
import Ports
import Vocabulary
import Wire

/// The session, the calls under way and everyone who waits for either; each leaves exactly once.
struct DeskState {
    /// What an action ends with.
    typealias Answer = Result<AMIReply, AsteriskFailure>
    /// What a call ends with.
    typealias Ending = Result<CallOutcome, AsteriskFailure>

    private enum Ticket {
        /// The caller has drawn it and is about to wait.
        case drawn
        /// The caller went away before it waited.
        case abandoned
        case waiting(CheckedContinuation<Answer, Never>)
    }

    private enum Call {
        /// It was entered into the book; its caller does not wait yet.
        case placed
        /// Its outcome was found before its caller waited.
        case ended(Ending)
        case waiting(CheckedContinuation<Ending, Never>)
    }

    private(set) var situation = AsteriskSituation.starting
    /// Whether the last session got as far as being let in.
    private(set) var hasOpened = false

    /// In the order in which they are tried.
    private let logins: [AMILogin]
    /// The place of the one that the next session is opened by.
    private var turn = 0
    private var machine: AMISessionMachine
    private var book = OriginateBook()
    private var channel: (any Channel)?
    private var tickets: [UInt64: Ticket] = [:]
    private var nextTicket: UInt64 = 1
    private var calls: [String: Call] = [:]

    init(logins: [AMILogin]) {
        self.logins = logins
        machine = AMISessionMachine(login: logins[0])
    }

    // MARK: The connection's side

    mutating func connected(_ channel: any Channel, at now: Instant) -> [DeskEffect] {
        self.channel = channel
        hasOpened = false
        if case .ended(.loginRefused) = machine.state { machine = AMISessionMachine(login: logins[turn]) }
        return effects(of: machine.connected(at: now), at: now)
    }

    mutating func received(_ bytes: ByteBufferView, at now: Instant) -> [DeskEffect] {
        effects(of: machine.received(bytes, at: now), at: now)
    }

    mutating func tick(at now: Instant) -> [DeskEffect] {
        effects(of: machine.tick(at: now), at: now) + effects(of: book.tick(at: now))
    }

    /// The connection has ended.
    mutating func linkLost(_ words: String, at now: Instant) -> [DeskEffect] {
        let failed = effects(of: machine.linkLost(words), at: now)
        channel = nil
        if case .loginRefused = endOfSession(words) { turn = (turn + 1) % logins.count }
        return failed + effects(of: book.linkLost()) + become(Self.situation(after: endOfSession(words)))
    }

    /// No connection could be made.
    mutating func notConnected(_ words: String) -> [DeskEffect] {
        hasOpened = false
        return become(.unreachable(words))
    }

    /// Whether a login is left that was not refused since the first one was.
    var triesAnother: Bool { turn > 0 }

    /// Why the session is over.
    func endOfSession(_ words: String) -> AMIFailure {
        if case .ended(let failure) = machine.state { failure } else { .linkLost(words) }
    }

    private mutating func become(_ situation: AsteriskSituation) -> [DeskEffect] {
        guard self.situation != situation else { return [] }
        self.situation = situation
        return [.tell(.situation(situation))]
    }

    // MARK: Actions

    mutating func draw() -> UInt64 {
        defer { nextTicket += 1 }
        tickets[nextTicket] = .drawn
        return nextTicket
    }

    mutating func ask(
        _ action: AMIAction, ticket: UInt64, limit: Duration, waiter: CheckedContinuation<Answer, Never>,
        at now: Instant
    ) -> [DeskEffect] {
        if case .abandoned? = tickets[ticket] {
            tickets[ticket] = nil
            return [.answer(waiter, .failure(.cancelled))]
        }
        tickets[ticket] = .waiting(waiter)
        return effects(of: machine.asked(action, ticket: ticket, limit: limit, at: now), at: now)
    }

    /// The caller went away.
    mutating func abandon(_ ticket: UInt64) -> [DeskEffect] {
        switch tickets[ticket] {
        case .waiting(let waiter):
            tickets[ticket] = nil
            return [.answer(waiter, .failure(.cancelled))]
        case .drawn: tickets[ticket] = .abandoned
        case .abandoned, nil: break
        }
        return []
    }

    // MARK: Calls

    /// Enters a call into the book before it is ordered; false where it must not be.
    mutating func place(_ order: OriginateOrder, at now: Instant) -> Bool {
        guard calls[order.callID] == nil, book.placed(order, at: now) else { return false }
        calls[order.callID] = .placed
        return true
    }

    /// Asterisk did not take the call.
    mutating func drop(_ callID: String) {
        book.dropped(callID)
        calls[callID] = nil
    }

    mutating func await(_ callID: String, waiter: CheckedContinuation<Ending, Never>) -> [DeskEffect] {
        switch calls[callID] {
        case .placed:
            calls[callID] = .waiting(waiter)
            return []
        case .ended(let ending):
            calls[callID] = nil
            return [.finish(waiter, ending)]
        case .waiting, nil: return [.finish(waiter, .failure(.cancelled))]
        }
    }

    /// The caller went away; the call goes on in Asterisk.
    mutating func abandon(call callID: String) -> [DeskEffect] {
        let call = calls[callID]
        drop(callID)
        guard case .waiting(let waiter)? = call else { return [] }
        return [.finish(waiter, .failure(.cancelled))]
    }

    // MARK: Inside

    private mutating func effects(of directives: [AMISessionDirective], at now: Instant) -> [DeskEffect] {
        directives.flatMap { effects(of: $0, at: now) }
    }

    private mutating func effects(of directive: AMISessionDirective, at now: Instant) -> [DeskEffect] {
        switch directive {
        case .send(let bytes): return channel.map { [.write($0, bytes)] } ?? []
        case .opened:
            hasOpened = true
            return become(.booting)
        case .booted: return become(.running)
        case .event(let event): return effects(of: book.heard(event, at: now)) + [.tell(.happened(event))]
        case .answered(let ticket, let reply): return answer(ticket, .success(reply))
        case .failed(let ticket, let failure): return answer(ticket, .failure(AsteriskFailure(failure)))
        case .close: return channel.map { [.close($0)] } ?? []
        }
    }

    private mutating func effects(of findings: [OriginateFinding]) -> [DeskEffect] {
        findings.compactMap { finding in
            let ending = Ending.success(finding.outcome)
            switch calls[finding.callID] {
            case .waiting(let waiter):
                calls[finding.callID] = nil
                return .finish(waiter, ending)
            case .placed: calls[finding.callID] = .ended(ending)
            case .ended, nil: break
            }
            return nil
        }
    }

    private mutating func answer(_ ticket: UInt64, _ answer: Answer) -> [DeskEffect] {
        guard case .waiting(let waiter)? = tickets.removeValue(forKey: ticket) else { return [] }
        return [.answer(waiter, answer)]
    }

    private static func situation(after failure: AMIFailure) -> AsteriskSituation {
        if case .loginRefused(let words) = failure { return .refused(words) }
        return .unreachable(AsteriskFailure(failure).words)
    }
}
