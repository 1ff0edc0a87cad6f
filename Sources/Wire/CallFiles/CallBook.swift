import Vocabulary

/// The legs that are open, so that those which Asterisk took with it when it died are found.
///
/// An Asterisk that is killed writes no call record of the calls in progress; its event file has their beginnings. A
/// leg that the dialplan named as a call is open until its record is read, any other until its channel ends. Once every
/// line is read, an open leg that began before the running Asterisk did can never be closed by a line.
package struct CallBook: Sendable, Hashable {
    /// Legs that may be open at once.
    package static let legsMax = 10_000
    /// Records that are remembered, for channel events that come to the file after the record of their leg.
    package static let recordsMax = 1_000
    /// Channels that Asterisk makes for itself: nobody is at their end.
    private static let innerChannels = "Local/"

    private var legs: [String: OpenLeg] = [:]
    /// Leg ids in the order in which they began.
    private var order: [String] = []
    private var recorded: [String] = []

    /// - Parameter open: what was kept from a former run.
    package init(open: [OpenLeg] = []) {
        for leg in open.sorted(by: { $0.started < $1.started }) { keep(leg) }
    }

    /// The legs that are open, oldest first.
    package var open: [OpenLeg] { order.compactMap { legs[$0] } }

    // MARK: Inputs

    /// A channel event was read.
    package mutating func read(_ record: ChannelEventRecord) -> [CallBookDirective] {
        switch record.event {
        case "CHAN_START": return begin(record)
        case "ANSWER": return change(record) { $0.answered = $0.answered ?? record.time }
        case "CHAN_END":
            guard legs[record.uniqueID]?.callID != nil else { return close(record.uniqueID) }
            return change(record) { $0.ended = $0.ended ?? record.time }
        case CallFiles.callEvent:
            let parts = record.ownParts
            return change(record) { leg in
                leg.callID = parts.first ?? ""
                leg.caller = parts.dropFirst().first
                leg.room = parts.dropFirst(2).first
            }
        case CallFiles.exitEvent: return change(record) { $0.trunk = record.ownParts.dropFirst().first }
        default: return []
        }
    }

    /// A call record was read: its leg was written down whole.
    package mutating func read(_ record: CallRecord) -> [CallBookDirective] {
        if recorded.last != record.uniqueID { recorded.append(record.uniqueID) }
        if recorded.count > Self.recordsMax { recorded.removeFirst() }
        return close(record.uniqueID)
    }

    /// Every line that there is was read, and the Asterisk that runs now began at `started`.
    ///
    /// - Parameter alive: ids of the channels that it has.
    package mutating func caughtUp(
        asteriskStarted started: WallTime, alive: Set<String> = []
    ) -> [CallBookDirective] {
        let orphans = open.filter { $0.started < started && !alive.contains($0.uniqueID) }
        for leg in orphans { forget(leg.uniqueID) }
        let calls = Dictionary(grouping: orphans, by: \.call)
        return calls.values.sorted { $0[0].started < $1[0].started }.flatMap { Self.interruption(of: $0) }
    }

    // MARK: Inside

    /// One call that is not to be had any more, by its legs. Without the leg that it began with it has its record.
    private static func interruption(of legs: [OpenLeg]) -> [CallBookDirective] {
        guard let first = legs.first(where: { $0.callID != nil }) ?? legs.first(where: { $0.uniqueID == $0.call })
        else { return legs.map { .closed(uniqueID: $0.uniqueID) } }
        let others = legs.filter { $0.uniqueID != first.uniqueID }
        let other = others.first { $0.answered != nil } ?? others.first
        return [.interrupted(first, other: other)] + others.map { .closed(uniqueID: $0.uniqueID) }
    }

    private mutating func begin(_ record: ChannelEventRecord) -> [CallBookDirective] {
        guard legs[record.uniqueID] == nil, !record.channel.hasPrefix(Self.innerChannels),
            !recorded.contains(record.uniqueID)
        else { return [] }
        var directives: [CallBookDirective] = []
        if legs.count >= Self.legsMax, let oldest = order.first.flatMap({ legs[$0] }) {
            forget(oldest.uniqueID)
            directives.append(.givenUp(oldest))
        }
        let leg = OpenLeg(
            uniqueID: record.uniqueID, linkedID: record.linkedID, channel: record.channel, source: record.source,
            destination: record.destination, started: record.time)
        keep(leg)
        directives.append(.opened(leg))
        return directives
    }

    private mutating func change(
        _ record: ChannelEventRecord, _ body: (inout OpenLeg) -> Void
    ) -> [CallBookDirective] {
        guard let former = legs[record.uniqueID] else { return [] }
        var leg = former
        body(&leg)
        guard leg != former else { return [] }
        legs[record.uniqueID] = leg
        return [.opened(leg)]
    }

    private mutating func close(_ uniqueID: String) -> [CallBookDirective] {
        guard legs[uniqueID] != nil else { return [] }
        forget(uniqueID)
        return [.closed(uniqueID: uniqueID)]
    }

    private mutating func keep(_ leg: OpenLeg) {
        legs[leg.uniqueID] = leg
        order.append(leg.uniqueID)
    }

    private mutating func forget(_ uniqueID: String) {
        legs[uniqueID] = nil
        order.removeAll { $0 == uniqueID }
    }
}

extension OpenLeg {
    /// What all legs of one call have in common.
    fileprivate var call: String { linkedID.isEmpty ? uniqueID : linkedID }
}
