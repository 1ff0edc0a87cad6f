import Vocabulary

@testable import PairLogic

/// A machine on the Primary with a scripted Secondary and a clock that is moved by hand.
struct PeerScene {
    /// What the peer and the line do for now.
    struct Script {
        /// The peer sends, and what it sends arrives here.
        var heartbeatsArrive = true
        /// What this node sends arrives there and is echoed.
        var echoes = true
        /// How many of this node's datagrams are under way while the peer echoes.
        var echoLag: UInt64 = 0
        var control: ProbeOutcome? = .success(roundTrip: .milliseconds(2))
        var database: ProbeOutcome? = .success(roundTrip: .milliseconds(3))
        var trunk: ProbeOutcome?
        var witness: ProbeOutcome?
        /// Reasons for which a datagram is rejected, once a beat.
        var rejection: RejectionReason?

        static let well = Script()
        static let daemonKilled = Script(heartbeatsArrive: false, control: .refused)
        static let hostGone = Script(heartbeatsArrive: false, control: .timeout, database: .timeout)
    }

    static let ownBoot = BootID(rawValue: 0xA)
    static let peerBoot = BootID(rawValue: 0xB)

    var machine: PeerMachine
    var script = Script.well
    var facts = HeartbeatFacts.sample
    var now = Instant(nanoseconds: 1_000_000_000_000)
    var wall = WallTime(microseconds: 1_700_000_000_000_000)
    /// How far the peer's wall clock is ahead.
    var clockOffset: Duration = .zero
    var log: [PeerDirective] = []
    private var sequence: UInt64 = 0
    private var steps = 0

    init(standing: PeerStanding = .active, timings: PeerTimings = PeerTimings()) {
        machine = PeerMachine(
            ownMode: .primary, ownBoot: Self.ownBoot, standing: standing, timings: timings, startedAt: now)
    }

    /// Lets `duration` pass in steps of 50 ms: a beat each 250 ms, a tick each 100 ms, probes each second. A silent
    /// probe that would begin now ends a second later.
    mutating func pass(_ duration: Duration) {
        let end = now + duration
        while now < end {
            move(.milliseconds(50))
            steps += 1
            if steps % 5 == 0 { beat() }
            if steps % 20 == 0 { probe() }
            if steps % 2 == 0 { log += machine.tick(at: now, wall: wall) }
        }
    }

    /// Moves the clocks without a word to the machine.
    mutating func move(_ duration: Duration) {
        now = now + duration
        wall = WallTime(microseconds: wall.rawValue + duration.nanoseconds / 1_000)
    }

    mutating func beat() {
        sequence += 1
        machine.sent(sequence, at: now, wall: wall)
        if let rejection = script.rejection { log += machine.rejected(rejection, at: now, wall: wall) }
        guard script.heartbeatsArrive else { return }
        facts.sequence += 1
        facts.sentAt = WallTime(microseconds: wall.rawValue + clockOffset.nanoseconds / 1_000)
        if script.echoes {
            facts.echo = HeartbeatFacts.Echo(
                boot: Self.ownBoot, sequence: sequence - min(sequence, script.echoLag), held: .zero)
        }
        log += machine.heard(facts, at: now, wall: wall)
    }

    mutating func probe() {
        let probes: [(PathName, ProbeOutcome?)] = [
            (.control, script.control), (.database, script.database), (.trunk, script.trunk),
            (.witness, script.witness),
        ]
        for case (let path, let outcome?) in probes { log += machine.probed(path, outcome, at: now, wall: wall) }
    }

    /// The states that the machine went through since `log` was last emptied.
    var states: [PeerState] {
        log.compactMap { directive in
            if case .stateChanged(_, let state, _) = directive { state } else { nil }
        }
    }
}

extension ProbeOutcome {
    static let well = ProbeOutcome.success(roundTrip: .milliseconds(2))
    static let refused = ProbeOutcome.failure(.portClosed, words: "connection refused")
    static let timeout = ProbeOutcome.failure(.silent, words: "no answer within 1 s")
}

extension HeartbeatFacts {
    /// A Secondary with nothing wrong.
    static let sample = HeartbeatFacts(
        sender: .secondary, boot: PeerScene.peerBoot, sequence: 1, sentAt: WallTime(microseconds: 0), nodeIdentity: 77,
        incarnation: Incarnation(rawValue: 5), feedHead: FeedPosition(rawValue: 100),
        settledHead: FeedPosition(rawValue: 100), acknowledged: .start, configuration: .first(of: .configuration),
        guest: .first(of: .guest), echo: nil, remembered: nil,
        health: Health(databaseUp: true, asteriskConfigured: true, asteriskUp: true), softwareVersion: "1.0")
}
