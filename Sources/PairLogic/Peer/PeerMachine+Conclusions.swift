import Vocabulary

extension PeerMachine {
    /// Draws every conclusion that the moment allows and appends what changed.
    mutating func conclude(at now: Instant, wall: WallTime, _ directives: inout [PeerDirective]) {
        concludeHeartbeatPath(wall: wall, &directives)
        concludeOwnFeed(&directives)
        concludeSight(&directives)
        concludeState(wall: wall, &directives)
    }

    mutating func changed(from old: PeerState, wall: WallTime, _ directives: inout [PeerDirective]) {
        stateSince = wall
        directives.append(.stateChanged(from: old, to: damper.state, evidence: reasons))
    }

    private mutating func concludeHeartbeatPath(wall: WallTime, _ directives: inout [PeerDirective]) {
        let old = heartbeat.status.state
        let silence = heartbeatSilence
        let new: PathState
        if heartbeat.lastHeardAt == nil, old == .unknown, silence < timings.bootWait {
            new = .unknown
        } else if silence >= heartbeat.unheardAfter {
            new = .down
        } else {
            new = silence >= heartbeat.suspectAfter ? .suspect : .up
        }
        guard heartbeat.become(new) else { return }
        let words = new == .up ? "heard" : "nothing heard for \(silence.milliseconds.rounded()) ms"
        if new == .down { heartbeat.note(.silent, words, wall: wall) }
        directives.append(.pathChanged(.heartbeat, from: old, to: new, words: words))
    }

    private mutating func concludeOwnFeed(_ directives: inout [PeerDirective]) {
        let mismatch = ownFeed.mismatch(after: timings.mismatchPatience, at: now)
        defer { ownMismatchTold = mismatch != nil }
        guard let mismatch, !ownMismatchTold else { return }
        directives.append(.rememberedMismatch(remembered: mismatch.remembered, own: mismatch.present))
    }

    private mutating func concludeSight(_ directives: inout [PeerDirective]) {
        guard sawEachOther != seesEachOther else { return }
        sawEachOther = seesEachOther
        directives.append(.sightChanged(sawEachOther))
    }

    private mutating func concludeState(wall: WallTime, _ directives: inout [PeerDirective]) {
        guard standing == .active else { return }
        let old = damper.state
        let judgement = DiagnosisRules.judge(gathered())
        guard old != .starting || isReadyToJudge(judgement) else { return reasons = ["waiting to hear the peer"] }
        let moved = damper.judged(judgement, timings: timings, at: now)
        reasons = judgement.reasons
        if let since = damper.betterSince {
            let held = (now - since).components.seconds
            let wanted = damper.hold(timings).components.seconds
            reasons.append("better for \(held) s, believed after \(wanted) s")
        }
        if moved { changed(from: old, wall: wall, &directives) }
    }

    /// A starting node says nothing of its peer until it heard it, or its boot wait is over; a foreign secret is a
    /// sign of life of its own.
    private func isReadyToJudge(_ judgement: Judgement) -> Bool {
        !isUnheard || now - startedAt >= timings.bootWait || judgement.state == .offline(.secretsDiffer)
    }
}
