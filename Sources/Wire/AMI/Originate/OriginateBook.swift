import Vocabulary

/// Calls that Asterisk was asked to make, until the outcome of each is known.
///
/// Asterisk answers an order with a result that says `0` for busy, declined and unregistered alike; the truth is in the
/// cause with which the call's channel ends. The two travel by different ways and come in either order. A phone without
/// any contact has no channel and so no end: its silence after the result is what tells.
package struct OriginateBook: Sendable, Hashable {
    /// Calls that may be under way at once.
    package static let callsMax = 1_024
    /// How long a result without any channel, or an end without its result, is waited on before it is believed.
    package static let apartMax = Duration.seconds(2)
    /// How long after the ring time Asterisk may take to tell anything at all, and after a result to tell the end of a
    /// channel that is known: a busy one tells late.
    package static let lateMax = Duration.seconds(10)

    private struct Call: Sendable, Hashable {
        /// When it is given up at the latest.
        var until: Instant
        var hasRung = false
        var hasChannel = false
        var result: OriginateResult?
        var end: ChannelEnd?
    }

    private var calls: [String: Call] = [:]

    package init() {}

    /// Calls whose outcome is not known yet.
    package var count: Int { calls.count }

    // MARK: Inputs

    /// A call is about to be ordered. False where there are too many, or the id is in use: then it must not be.
    package mutating func placed(_ order: OriginateOrder, at now: Instant) -> Bool {
        guard calls.count < Self.callsMax, calls[order.callID] == nil else { return false }
        calls[order.callID] = Call(until: now + order.ringTime + Self.lateMax)
        return true
    }

    /// Asterisk did not take the order, or nobody waits for the outcome any more.
    package mutating func dropped(_ callID: String) { calls[callID] = nil }

    /// Something happened in Asterisk.
    package mutating func heard(_ event: AMIEvent, at now: Instant) -> [OriginateFinding] {
        switch event {
        case .originated(let result): note(result.callID, at: now) { $0.result = result }
        case .channelBegan(let channel): note(channel.id, at: now) { $0.hasChannel = true }
        case .channelEnded(let end):
            note(end.channel.id, at: now) { call in
                call.end = end
                if end.channel.state == .ringing { call.hasRung = true }
            }
        case .dialProgressed(let progress):
            note(progress.id, at: now) { if progress.isRinging { $0.hasRung = true } }
        case .fullyBooted, .shutdown, .contactChanged, .contactDetail, .deviceChanged, .peerChanged, .notice, .other:
            []
        }
    }

    /// Time passed.
    package mutating func tick(at now: Instant) -> [OriginateFinding] {
        let due = calls.filter { $0.value.until <= now }
        for callID in due.keys { calls[callID] = nil }
        return due.sorted { $0.key < $1.key }.map { OriginateFinding($0.key, Self.lastWord($0.value)) }
    }

    /// The link dropped: of what is under way nothing more will be heard.
    package mutating func linkLost() -> [OriginateFinding] {
        defer { calls = [:] }
        return calls.keys.sorted().map { OriginateFinding($0, .unknown) }
    }

    // MARK: Inside

    private mutating func note(
        _ callID: String, at now: Instant, _ change: (inout Call) -> Void
    ) -> [OriginateFinding] {
        guard var call = calls[callID] else { return [] }
        change(&call)
        if let outcome = Self.certain(call) {
            calls[callID] = nil
            return [OriginateFinding(callID, outcome)]
        }
        if call.result != nil || call.end != nil {
            let isEndOwed = call.hasChannel && call.end == nil
            call.until = now + (isEndOwed ? Self.lateMax : Self.apartMax)
        }
        calls[callID] = call
        return []
    }

    /// The outcome, where what was heard leaves no doubt.
    private static func certain(_ call: Call) -> CallOutcome? {
        if call.result?.isSuccess == true { return .answered }
        guard let end = call.end, call.result != nil || end.channel.state == .up else { return nil }
        return CallOutcome(end: end, hasRung: call.hasRung)
    }

    /// The outcome, where nothing more is waited for.
    private static func lastWord(_ call: Call) -> CallOutcome {
        if let end = call.end { return CallOutcome(end: end, hasRung: call.hasRung) }
        guard let result = call.result else { return .unknown }
        if result.reason == 5 { return .busy }
        if result.reason == 3 && call.hasRung { return .noAnswer }
        return call.hasChannel ? .unknown : .unreachable(cause: nil)
    }
}
