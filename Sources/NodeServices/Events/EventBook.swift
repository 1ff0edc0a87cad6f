import PairLogic
import Ports
import Vocabulary

/// What the service of events holds in memory: what is not kept yet, what was settled meanwhile, and what each channel
/// still has to tell.
struct EventBook: Sendable {
    /// Events that wait for the database; of more, the oldest that are mere information make room first.
    static let unkeptMax = 5_000
    /// The newest events, which are shown while the database is away.
    static let recentMax = 500

    private(set) var unkept: [EventLine] = []
    private(set) var settled: [AlertChannel: Set<UInt64>] = [:]
    private(set) var recent: [EventLine] = []
    private var machines: [AlertChannel: AlertMachine]
    /// The number of the newest event.
    private var lastID: UInt64 = 0
    /// Whether what an earlier run of the daemon left to be told was taken over.
    private(set) var isTakenOver = false

    init(channels: some Sequence<AlertChannel>, policy: AlertPolicy) {
        machines = Dictionary(uniqueKeysWithValues: channels.map { ($0, AlertMachine(policy: policy)) })
    }

    // MARK: Inputs

    /// Something happened.
    mutating func happened(_ event: Event, at now: Instant) {
        lastID = max(lastID + 1, UInt64(max(0, event.at.rawValue)))
        var line = EventLine(id: lastID, event: event, due: Set(machines.keys))
        for channel in machines.keys {
            for id in machines[channel]?.heard(line, at: now) ?? [] { settle(id, on: channel, &line) }
        }
        unkept.append(line)
        if unkept.count > Self.unkeptMax {
            unkept.remove(at: unkept.firstIndex { $0.event.severity == .information } ?? 0)
        }
        recent.append(line)
        if recent.count > Self.recentMax { recent.removeFirst() }
    }

    /// What an earlier run left to be told.
    mutating func takeOver(_ lines: [EventLine], lastID: UInt64, at now: Instant) {
        isTakenOver = true
        self.lastID = max(self.lastID, lastID)
        let known = Set(recent.map(\.id))
        for line in lines where !known.contains(line.id) {
            for channel in line.due {
                // A channel that was switched off since has nobody to tell.
                let ids = machines[channel]?.heard(line, at: now) ?? [line.id]
                for id in ids { settle(id, on: channel) }
            }
        }
    }

    /// These were kept.
    mutating func kept(_ lines: [EventLine]) {
        let kept = Dictionary(lines.map { ($0.id, $0.due) }) { first, _ in first }
        for line in unkept {
            guard let due = kept[line.id] else { continue }
            // What was settled while they were on their way.
            for channel in due.subtracting(line.due) { settled[channel, default: []].insert(line.id) }
        }
        unkept.removeAll { kept[$0.id] != nil }
    }

    /// The database knows that these are settled.
    mutating func noted(_ ids: Set<UInt64>, on channel: AlertChannel) { settled[channel]?.subtract(ids) }

    /// What a channel is to tell now.
    mutating func next(on channel: AlertChannel, at now: Instant) -> AlertNotice? {
        machines[channel]?.next(at: now)
    }

    mutating func delivered(on channel: AlertChannel) {
        for id in machines[channel]?.delivered() ?? [] { settle(id, on: channel) }
    }

    mutating func failed(on channel: AlertChannel, at now: Instant, chance: Double) {
        machines[channel]?.failed(at: now, chance: chance)
    }

    // MARK: Inside

    private mutating func settle(_ id: UInt64, on channel: AlertChannel, _ new: inout EventLine) {
        if id == new.id { new.due.remove(channel) } else { settle(id, on: channel) }
    }

    private mutating func settle(_ id: UInt64, on channel: AlertChannel) {
        if let place = recent.firstIndex(where: { $0.id == id }) { recent[place].due.remove(channel) }
        if let place = unkept.firstIndex(where: { $0.id == id }) {
            unkept[place].due.remove(channel)
        } else {
            settled[channel, default: []].insert(id)
        }
    }
}
