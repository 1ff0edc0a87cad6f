import Vocabulary

/// The legs that are open, so that those which Asterisk took with it when it died are found.
///
/// An Asterisk that is killed writes no call record of the calls in progress; its event file has their beginnings. Once
/// every line is read, an open leg that began before the running Asterisk did can never end.
package struct CallBook: Sendable, Hashable {
    /// Legs that may be open at once.
    package static let legsMax = 10_000

    private var legs: [String: OpenLeg] = [:]
    /// Leg ids in the order in which they began.
    private var order: [String] = []

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
        case "ANSWER":
            guard legs[record.uniqueID] != nil, legs[record.uniqueID]?.answered == nil else { return [] }
            legs[record.uniqueID]?.answered = record.time
            return legs[record.uniqueID].map { [.opened($0)] } ?? []
        case "CHAN_END": return close(record.uniqueID)
        default: return []
        }
    }

    /// A call record was read: its leg was written down whole.
    package mutating func read(_ record: CallRecord) -> [CallBookDirective] { close(record.uniqueID) }

    /// Every line that there is was read, and the Asterisk that runs now began at `started`.
    package mutating func caughtUp(asteriskStarted started: WallTime) -> [CallBookDirective] {
        let orphans = open.filter { $0.started < started }
        for leg in orphans { forget(leg.uniqueID) }
        return orphans.map { .interrupted($0) }
    }

    // MARK: Inside

    private mutating func begin(_ record: ChannelEventRecord) -> [CallBookDirective] {
        guard legs[record.uniqueID] == nil else { return [] }
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
