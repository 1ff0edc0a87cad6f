import Ports
import Synchronization
import Vocabulary
import Wire

/// An Asterisk in memory: its database outlives its death, what is under way does not; phones do what a test says.
package final class MemoryAsterisk: AsteriskPort {
    /// Events that may wait for one listener.
    package static let eventsWaitingMax = 4_096

    /// What somebody who is called does.
    package enum Phone: Sendable, Hashable {
        /// The outcome is there at once.
        case does(CallOutcome)
        /// It rings until the test says what becomes of the call, with `finish`.
        case rings
    }

    /// What was asked of it that has no answer to look at.
    package enum Deed: Sendable, Hashable {
        case reload(String)
        case command(String)
        case qualify(String)
        case refreshVoicemail(mailbox: String, context: String)
        case originate(OriginateOrder)
        case hangUp(String)
    }

    private struct Call {
        let order: OriginateOrder
        var waiter: CheckedContinuation<Result<CallOutcome, AsteriskFailure>, Never>?
    }

    private struct State {
        var situation = AsteriskSituation.running
        var database: [String: [String: String]] = [:]
        var phones: [String: Phone] = [:]
        var contacts: [ContactDetail] = []
        var endpoints: Set<String> = []
        var channels: [ChannelReading] = []
        var calls: [String: Call] = [:]
        var deeds: [Deed] = []
        var refusals: [String: String] = [:]
        var consoleAnswers: [String: [String]] = [:]
        var listeners: [UInt64: AsyncStream<AsteriskEvent>.Continuation] = [:]
        var nextListener: UInt64 = 1
    }

    private let state = Mutex(State())

    package init(situation: AsteriskSituation = .running) { state.withLock { $0.situation = situation } }

    // MARK: What a test does

    /// Everything that was asked of it, in order.
    package var deeds: [Deed] { state.withLock { $0.deeds } }

    /// Says what whoever is called on `channel` does; unless told, nobody can be reached.
    package func set(_ phone: Phone, on channel: String) { state.withLock { $0.phones[channel] = phone } }

    /// Says which contacts phones have, and thereby which endpoints there are.
    package func set(contacts: [ContactDetail]) {
        state.withLock { state in
            state.contacts = contacts
            state.endpoints.formUnion(contacts.map(\.endpoint))
        }
    }

    package func set(channels: [ChannelReading]) { state.withLock { $0.channels = channels } }

    /// Says what the console prints for a line.
    package func set(answer: [String], toCommand line: String) { state.withLock { $0.consoleAnswers[line] = answer } }

    /// Makes the reload of a module fail with these words; nil lets it succeed again.
    package func set(refusal: String?, ofModule module: String) { state.withLock { $0.refusals[module] = refusal } }

    /// Decides what becomes of a call that rings.
    package func finish(_ callID: String, _ outcome: CallOutcome) {
        let call = state.withLock { $0.calls.removeValue(forKey: callID) }
        call?.waiter?.resume(returning: .success(outcome))
    }

    /// Lets everyone who listens hear of something.
    package func tell(_ event: AMIEvent) { tell(.happened(event)) }

    /// Moves to another situation. Where it runs no longer, calls under way have an unknown outcome, and channels and
    /// unregistered states are gone; the database and the contacts stay, as they do in a real one.
    package func become(_ situation: AsteriskSituation) {
        let (orphans, isNew) = state.withLock { state -> ([Call], Bool) in
            let isNew = state.situation != situation
            state.situation = situation
            guard situation != .running else { return ([], isNew) }
            defer { state.calls = [:] }
            state.channels = []
            return (Array(state.calls.values), isNew)
        }
        for call in orphans { call.waiter?.resume(returning: .success(.unknown)) }
        if isNew { tell(.situation(situation)) }
    }

    /// Ends every stream of events, as the real one's end does.
    package func close() {
        let listeners = state.withLock { state in
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    // MARK: The port

    package var situation: AsteriskSituation { state.withLock { $0.situation } }

    package func events() -> AsyncStream<AsteriskEvent> {
        let (stream, source) = AsyncStream.makeStream(
            of: AsteriskEvent.self, bufferingPolicy: .bufferingNewest(Self.eventsWaitingMax))
        let id = state.withLock { state in
            source.yield(.situation(state.situation))
            defer { state.nextListener += 1 }
            state.listeners[state.nextListener] = source
            return state.nextListener
        }
        source.onTermination = { _ in _ = self.state.withLock { $0.listeners.removeValue(forKey: id) } }
        return stream
    }

    package func facts() async throws(AsteriskFailure) -> AsteriskFacts {
        try running { state in
            AsteriskFacts(
                version: "22.10.1", systemName: "memory", started: "2026-01-01 00:00:00",
                callsNow: state.calls.count, callsProcessed: 0)
        }
    }

    package func reload(module: String) async throws(AsteriskFailure) {
        let refusal = try running { state in
            state.deeds.append(.reload(module))
            return state.refusals[module]
        }
        if let refusal { throw .refused(refusal) }
    }

    package func command(_ line: String) async throws(AsteriskFailure) -> [String] {
        try running { state in
            state.deeds.append(.command(line))
            return state.consoleAnswers[line] ?? []
        }
    }

    package func put(_ entries: [AsteriskEntry]) async throws(AsteriskFailure) {
        for entry in entries {
            for text in [entry.family, entry.key, entry.value] where text.utf8.contains(where: { $0 < 0x0E && $0 != 9 })
            {
                throw .notWritable(.badValue(name: "Val"))
            }
            try running { $0.database[entry.family, default: [:]][entry.key] = entry.value }
        }
    }

    package func value(family: String, key: String) async throws(AsteriskFailure) -> String? {
        try running { $0.database[family]?[key] }
    }

    package func entries(family: String) async throws(AsteriskFailure) -> [AsteriskEntry] {
        try running { state in
            let below = state.database.filter { $0.key == family || $0.key.hasPrefix(family + "/") }
            return below.sorted { $0.key < $1.key }.flatMap { family, values in
                values.sorted { $0.key < $1.key }.map { AsteriskEntry(family: family, key: $0.key, value: $0.value) }
            }
        }
    }

    package func remove(family: String, key: String) async throws(AsteriskFailure) {
        try running { $0.database[family]?[key] = nil }
    }

    package func removeTree(family: String) async throws(AsteriskFailure) {
        try running { state in
            for name in state.database.keys where name == family || name.hasPrefix(family + "/") {
                state.database[name] = nil
            }
        }
    }

    package func originate(_ order: OriginateOrder) async throws(AsteriskFailure) -> CallOutcome {
        let phone = try running { state -> Phone in
            state.deeds.append(.originate(order))
            let phone = state.phones[order.channel] ?? .does(.unreachable(cause: nil))
            if phone == .rings { state.calls[order.callID] = Call(order: order) }
            return phone
        }
        guard case .does(let outcome) = phone else { return try await ending(of: order.callID).get() }
        return outcome
    }

    package func hangUp(channel: String) async throws(AsteriskFailure) {
        try running { state in
            state.deeds.append(.hangUp(channel))
            state.channels.removeAll { $0.facts.channel == channel || $0.facts.id == channel }
        }
        finish(channel, .noAnswer)
    }

    package func contacts() async throws(AsteriskFailure) -> [ContactDetail] {
        try running { $0.contacts.filter { $0.id != nil } }
    }

    package func contacts(of endpoint: String) async throws(AsteriskFailure) -> [ContactDetail]? {
        try running { state in
            guard state.endpoints.contains(endpoint) else { return nil }
            return state.contacts.filter { $0.endpoint == endpoint }
        }
    }

    package func removeContact(id: String) async throws(AsteriskFailure) {
        try running { $0.contacts.removeAll { $0.id == id } }
    }

    package func qualify(endpoint: String) async throws(AsteriskFailure) {
        let isKnown = try running { state in
            state.deeds.append(.qualify(endpoint))
            return state.endpoints.contains(endpoint)
        }
        guard isKnown else { throw .refused("Unable to retrieve endpoint") }
    }

    package func trunk(endpoint: String) async throws(AsteriskFailure) -> TrunkState {
        TrunkState(contacts: try await contacts(of: endpoint))
    }

    package func channels() async throws(AsteriskFailure) -> [ChannelReading] { try running { $0.channels } }

    package func refreshVoicemail(mailbox: String, context: String) async throws(AsteriskFailure) {
        try running { $0.deeds.append(.refreshVoicemail(mailbox: mailbox, context: context)) }
    }

    // MARK: Inside

    /// Does something with the state, unless there is no session; a booting Asterisk takes orders of the database only,
    /// which a caller cannot rely on, so this one takes none.
    private func running<Value: Sendable>(
        _ body: (inout State) -> Value
    ) throws(AsteriskFailure) -> Value {
        let value = state.withLock { state -> Value? in state.situation == .running ? body(&state) : nil }
        guard let value else { throw .notConnected }
        return value
    }

    private func ending(of callID: String) async -> Result<CallOutcome, AsteriskFailure> {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isGone = state.withLock { state in
                    guard state.calls[callID] != nil else { return true }
                    state.calls[callID]?.waiter = waiter
                    return false
                }
                if isGone { waiter.resume(returning: .success(.unknown)) }
            }
        } onCancel: {
            let call = state.withLock { $0.calls.removeValue(forKey: callID) }
            call?.waiter?.resume(returning: .failure(.cancelled))
        }
    }

    private func tell(_ event: AsteriskEvent) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners {
            guard case .dropped(let lost) = listener.yield(event), lost != .missed else { continue }
            listener.yield(.missed)
        }
    }
}
