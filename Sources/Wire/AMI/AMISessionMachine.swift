import Vocabulary

/// One session with Asterisk's manager after another: greeting, login, filters, then actions and events.
///
/// Every action leaves exactly once: answered, or failed. When the link drops, everything that waits fails; nothing is
/// carried over into the next session, since nobody knows what Asterisk did of it.
package struct AMISessionMachine: Sendable, Hashable {
    /// Actions that may wait for their answers at once.
    package static let waitingMax = 256
    /// Messages of one list.
    package static let itemsMax = 20_000
    /// How long each step of opening may take. A refusal of the secret alone takes Asterisk a second.
    package static let openingMax = Duration.seconds(5)
    /// After this long without a word Asterisk is asked for one, and has as long again to give it.
    package static let quietMax = Duration.seconds(5)

    package enum State: Sendable, Hashable {
        /// There is no connection.
        case idle
        /// The connection stands; Asterisk has not said what it is.
        case greeting(until: Instant)
        /// The login waits for its answer.
        case loggingIn
        /// So many filters and orders for events still wait for their answers.
        case filtering(left: Int)
        /// Actions are taken.
        case open
        /// This session is over; only a new connection leads on.
        case ended(AMIFailure)
    }

    private enum Purpose: Sendable, Hashable {
        case login
        case filter
        case ping
        case caller(ticket: UInt64)
    }

    private struct Waiting: Sendable, Hashable {
        let purpose: Purpose
        let until: Instant
        /// The answer, where it announced a list whose messages are still coming.
        var response: AMIMessage?
        var items: [AMIMessage] = []
    }

    package private(set) var state = State.idle
    /// Whether Asterisk said in this session that it has booted whole.
    package private(set) var isBooted = false

    private let login: AMILogin
    private var decoder = AMIDecoder()
    private var waiting: [UInt64: Waiting] = [:]
    private var nextID: UInt64 = 1
    private var heardAt = Instant(nanoseconds: 0)

    package init(login: AMILogin) { self.login = login }

    /// Actions that wait for their answers, this machine's own ones too.
    package var waitingCount: Int { waiting.count }

    // MARK: Inputs

    /// A new connection stands.
    package mutating func connected(at now: Instant) -> [AMISessionDirective] {
        let directives = failAll(.linkLost("a new connection was made"))
        decoder = AMIDecoder()
        isBooted = false
        heardAt = now
        state = .greeting(until: now + Self.openingMax)
        return directives
    }

    /// Bytes came in.
    package mutating func received(_ bytes: some Collection<UInt8>, at now: Instant) -> [AMISessionDirective] {
        var directives: [AMISessionDirective] = []
        guard isConnected else { return directives }
        heardAt = now
        do throws(AMIDecodingError) {
            try decoder.append(bytes)
            while isConnected, let message = try decoder.nextMessage() {
                greet(&directives, at: now)
                heard(message, &directives, at: now)
            }
            if isConnected { greet(&directives, at: now) }
        } catch {
            end(.notUnderstood(error), &directives)
        }
        return directives
    }

    /// A caller wants an action done and waits at most `limit` for the answer.
    package mutating func asked(
        _ action: AMIAction, ticket: UInt64, limit: Duration, at now: Instant
    ) -> [AMISessionDirective] {
        var directives: [AMISessionDirective] = []
        if case .open = state {
            if waiting.count < Self.waitingMax {
                send(action, .caller(ticket: ticket), limit, &directives, at: now)
            } else {
                directives.append(.failed(ticket: ticket, .tooManyWaiting))
            }
        } else {
            directives.append(.failed(ticket: ticket, .notReady))
        }
        return directives
    }

    /// The connection ended.
    package mutating func linkLost(_ words: String) -> [AMISessionDirective] {
        switch state {
        case .idle, .ended: return []
        case .greeting, .loggingIn, .filtering, .open:
            let failure = AMIFailure.linkLost(words)
            state = .ended(failure)
            return failAll(failure)
        }
    }

    /// Time passed.
    package mutating func tick(at now: Instant) -> [AMISessionDirective] {
        var directives: [AMISessionDirective] = []
        switch state {
        case .idle, .ended: break
        case .greeting(let until): if now >= until { end(.silent, &directives) }
        case .loggingIn, .filtering, .open:
            expire(&directives, at: now)
            if case .open = state, now - heardAt >= Self.quietMax, !isPinging {
                send(.ping, .ping, Self.quietMax, &directives, at: now)
            }
        }
        return directives
    }

    // MARK: Opening

    private var isConnected: Bool {
        switch state {
        case .idle, .ended: false
        case .greeting, .loggingIn, .filtering, .open: true
        }
    }

    /// Logs in as soon as the greeting is there.
    private mutating func greet(_ directives: inout [AMISessionDirective], at now: Instant) {
        guard case .greeting = state, decoder.isGreeted else { return }
        state = .loggingIn
        send(.login(user: login.user, secret: login.secret), .login, Self.openingMax, &directives, at: now)
    }

    private mutating func loggedIn(_ reply: AMIReply, _ directives: inout [AMISessionDirective], at now: Instant) {
        guard reply.isSuccess else { return end(.loginRefused(reply.words), &directives) }
        let actions = login.filters.map { AMIAction.filter($0) } + [.allEvents]
        state = .filtering(left: actions.count)
        for action in actions { send(action, .filter, Self.openingMax, &directives, at: now) }
    }

    private mutating func filtered(_ reply: AMIReply, _ directives: inout [AMISessionDirective]) {
        guard case .filtering(let left) = state else { return }
        guard reply.isSuccess else { return end(.loginRefused(reply.words), &directives) }
        state = left == 1 ? .open : .filtering(left: left - 1)
        guard left == 1 else { return }
        directives.append(.opened)
        if isBooted { directives.append(.booted) }
    }

    // MARK: Messages

    private mutating func heard(_ message: AMIMessage, _ directives: inout [AMISessionDirective], at now: Instant) {
        let id = message["ActionID"].flatMap { UInt64($0) }
        if message["Event"] != nil {
            if let id, waiting[id]?.response != nil {
                collect(message, id, &directives, at: now)
            } else {
                happened(AMIEvent(message), &directives)
            }
        } else if message["Response"] != nil, let id, waiting[id] != nil {
            answered(message, id, &directives, at: now)
        }
    }

    private mutating func happened(_ event: AMIEvent, _ directives: inout [AMISessionDirective]) {
        if case .fullyBooted = event, !isBooted {
            isBooted = true
            if case .open = state { directives.append(.booted) }
        }
        directives.append(.event(event))
    }

    private mutating func answered(
        _ message: AMIMessage, _ id: UInt64, _ directives: inout [AMISessionDirective], at now: Instant
    ) {
        if message["EventList"] == "start" {
            waiting[id]?.response = message
        } else {
            finish(id, AMIReply(response: message), &directives, at: now)
        }
    }

    /// Adds to a list whose answer has come; the last message carries no entry of the list.
    private mutating func collect(
        _ message: AMIMessage, _ id: UInt64, _ directives: inout [AMISessionDirective], at now: Instant
    ) {
        guard let entry = waiting[id], let response = entry.response else { return }
        if let stage = message["EventList"], stage != "start" {
            finish(id, AMIReply(response: response, items: entry.items), &directives, at: now)
        } else if entry.items.count < Self.itemsMax {
            waiting[id]?.items.append(message)
        } else {
            waiting[id] = nil
            if case .caller(let ticket) = entry.purpose {
                directives.append(.failed(ticket: ticket, .listTooLong(entry.items.count + 1)))
            }
        }
    }

    private mutating func finish(
        _ id: UInt64, _ reply: AMIReply, _ directives: inout [AMISessionDirective], at now: Instant
    ) {
        switch waiting.removeValue(forKey: id)?.purpose {
        case .login: loggedIn(reply, &directives, at: now)
        case .filter: filtered(reply, &directives)
        case .caller(let ticket): directives.append(.answered(ticket: ticket, reply))
        case .ping, nil: break
        }
    }

    // MARK: Waiting

    private var isPinging: Bool { waiting.values.contains { $0.purpose == .ping } }

    private mutating func send(
        _ action: AMIAction, _ purpose: Purpose, _ limit: Duration, _ directives: inout [AMISessionDirective],
        at now: Instant
    ) {
        do throws(AMIEncodingError) {
            let bytes = try action.encoded(id: nextID)
            waiting[nextID] = Waiting(purpose: purpose, until: now + limit)
            nextID += 1
            directives.append(.send(bytes))
        } catch {
            if case .caller(let ticket) = purpose {
                directives.append(.failed(ticket: ticket, .notWritable(error)))
            } else {
                end(.notWritable(error), &directives)
            }
        }
    }

    /// Fails what waited too long. A session in whose opening, or after whose ping, nothing came is over.
    private mutating func expire(_ directives: inout [AMISessionDirective], at now: Instant) {
        for (id, entry) in waiting.filter({ $0.value.until <= now }).sorted(by: { $0.key < $1.key }) {
            waiting[id] = nil
            switch entry.purpose {
            case .caller(let ticket): directives.append(.failed(ticket: ticket, .timedOut))
            case .login, .filter: return end(.silent, &directives)
            case .ping: if now - heardAt >= Self.quietMax * 2 { return end(.silent, &directives) }
            }
        }
    }

    private mutating func end(_ failure: AMIFailure, _ directives: inout [AMISessionDirective]) {
        state = .ended(failure)
        directives += failAll(failure)
        directives.append(.close(failure))
    }

    /// Fails every caller's action, oldest first.
    private mutating func failAll(_ failure: AMIFailure) -> [AMISessionDirective] {
        defer { waiting = [:] }
        return waiting.sorted { $0.key < $1.key }.compactMap { _, entry in
            guard case .caller(let ticket) = entry.purpose else { return nil }
            return .failed(ticket: ticket, failure)
        }
    }
}
