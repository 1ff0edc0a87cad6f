import Vocabulary

extension PeerMachine {
    /// This node sent its heartbeat `sequence`.
    package mutating func sent(_ sequence: UInt64, at now: Instant, wall: WallTime) {
        heartbeat.sent(sequence, at: now, wall: wall)
    }

    /// A heartbeat arrived: authentic, understood, no recording, and the newest of its run.
    package mutating func heard(_ facts: HeartbeatFacts, at now: Instant, wall: WallTime) -> [PeerDirective] {
        var directives = arrive(at: now)
        if facts.boot == ownBoot {
            dropped(.ownReflection)
        } else {
            accept(facts, at: now, wall: wall, &directives)
        }
        conclude(at: now, wall: wall, &directives)
        return directives
    }

    /// A probe of a path ended. Of the heartbeat only failures are told here: that sending failed.
    package mutating func probed(
        _ path: PathName, _ outcome: ProbeOutcome, at now: Instant, wall: WallTime
    ) -> [PeerDirective] {
        var directives = arrive(at: now)
        if path == .heartbeat {
            if case .failure(let failure, let words) = outcome {
                heartbeat.sendFailed(failure, words: words, at: now, wall: wall)
            }
        } else {
            note(outcome, of: path, at: now, wall: wall, &directives)
        }
        conclude(at: now, wall: wall, &directives)
        return directives
    }

    /// Something from the peer's own address was not believed. A datagram is counted as dropped, too.
    package mutating func rejected(_ reason: RejectionReason, at now: Instant, wall: WallTime) -> [PeerDirective] {
        var directives = arrive(at: now)
        if let drop = reason.dropReason { dropped(drop) }
        rejections.rejected(reason, at: now)
        conclude(at: now, wall: wall, &directives)
        return directives
    }

    /// A datagram was thrown away for a reason that says nothing about the peer.
    package mutating func dropped(_ reason: DropReason) { drops[reason, default: 0] += 1 }

    /// What this node remembers of the peer's feed: the life it reads and the highest position it has read.
    package mutating func remembers(_ mark: FeedMark?, at now: Instant, wall: WallTime) -> [PeerDirective] {
        var directives = arrive(at: now)
        peerFeed.remembers(mark, at: now)
        conclude(at: now, wall: wall, &directives)
        return directives
    }

    /// Where this node's own feed stands; nil while its database does not answer.
    package mutating func ownFeedStands(at mark: FeedMark?, at now: Instant, wall: WallTime) -> [PeerDirective] {
        var directives = arrive(at: now)
        ownFeed.stands(at: mark, at: now)
        conclude(at: now, wall: wall, &directives)
        return directives
    }

    /// An operator switched failover on or off, or the settings gained or lost a peer.
    package mutating func stood(_ standing: PeerStanding, at now: Instant, wall: WallTime) -> [PeerDirective] {
        var directives = arrive(at: now)
        if standing != self.standing {
            self.standing = standing
            startedAt = now
            let old = damper.state
            reasons = ["the settings or an operator say so"]
            if damper.force(standing.initialState) { changed(from: old, wall: wall, &directives) }
        }
        conclude(at: now, wall: wall, &directives)
        return directives
    }

    /// Something outside noticed that this node did not run for `gap`.
    package mutating func pausedLocally(for gap: Duration, at now: Instant, wall: WallTime) -> [PeerDirective] {
        var directives = arrive(at: now)
        if directives.isEmpty { paused(for: gap, at: now, &directives) }
        conclude(at: now, wall: wall, &directives)
        return directives
    }

    /// Time has come to `now`.
    package mutating func tick(at now: Instant, wall: WallTime) -> [PeerDirective] {
        var directives = arrive(at: now)
        if boots.forget(after: timings.cloneMemory, at: now) { directives.append(.cloneGone) }
        for path in PathName.allCases where paths[path] != nil { forgetStale(path, at: now, &directives) }
        conclude(at: now, wall: wall, &directives)
        return directives
    }
}

extension PeerMachine {
    /// Moves time on. A gap in which not even a tick came was a pause of this node.
    private mutating func arrive(at now: Instant) -> [PeerDirective] {
        var directives: [PeerDirective] = []
        let gap = now - self.now
        if gap >= timings.pauseAfter { paused(for: gap, at: now, &directives) }
        self.now = max(now, self.now)
        return directives
    }

    /// The peer that was heard before the pause has a fresh grace, but not for ever: a node that is always starved
    /// must see a dead peer in the end.
    private mutating func paused(for gap: Duration, at now: Instant, _ directives: inout [PeerDirective]) {
        let wasUnheard = isUnheard
        pausedAt = now
        startedAt = startedAt + gap
        if !wasUnheard, gracesInRow < timings.gracesInRowMax {
            graceFrom = now
            gracesInRow += 1
        }
        directives.append(.pausedLocally(gap))
    }

    private mutating func accept(
        _ facts: HeartbeatFacts, at now: Instant, wall: WallTime, _ directives: inout [PeerDirective]
    ) {
        let echoed = heartbeat.echoedEntry(in: facts, ownBoot: ownBoot)
        let sawClone = seesClone
        switch boots.heard(facts.boot, echoed: echoed?.at, at: now) {
        case .late: return dropped(.late)
        case .same: break
        case .restarted(let old): directives.append(.peerRestarted(from: old, to: facts.boot))
        case .clone(let one, let other): if !sawClone { directives.append(.cloneSeen(one, other)) }
        }
        // What was tried while the peer came to its database says nothing about the database.
        if heartbeat.facts?.health.starting == true, !facts.health.starting { paths[.database] = nil }
        let wasSameMode = heartbeat.facts?.sender == ownMode
        if facts.sender == ownMode, !wasSameMode { directives.append(.sameMode(facts.sender)) }
        if facts.health.cloneSeen != seenTwice { directives.append(.seenTwice(facts.health.cloneSeen)) }
        seenTwice = facts.health.cloneSeen
        heartbeat.heard(facts, echoed: echoed, timings: timings, at: now, wall: wall)
        peerFeed.stands(at: facts.knownFeed(of: ownMode.peer), at: now)
        ownFeed.remembers(facts.remembered, at: now)
        rejections.understood()
        gracesInRow = 0
    }

    /// Silence just after a pause of this node may be its own doing, for instance a deadline it slept through.
    private mutating func note(
        _ outcome: ProbeOutcome, of path: PathName, at now: Instant, wall: WallTime,
        _ directives: inout [PeerDirective]
    ) {
        var machine = paths[path] ?? PathMachine()
        let old = machine.status.state
        if case .failure(let failure, let words) = outcome, !failure.provesHost, isJustBack(at: now) {
            machine.excused(failure, words: words, wall: wall)
        } else {
            machine.probed(outcome, silentUntilDown: timings.silentProbesUntilDown, at: now, wall: wall)
        }
        paths[path] = machine
        let new = machine.status.state
        guard old != new else { return }
        let words = new == .up ? "answers" : machine.status.lastErrorWords ?? ""
        directives.append(.pathChanged(path, from: old, to: new, words: words))
    }

    private mutating func forgetStale(_ path: PathName, at now: Instant, _ directives: inout [PeerDirective]) {
        guard let old = paths[path]?.status.state, paths[path]?.tick(at: now, stale: timings.probeStale) == true
        else { return }
        directives.append(.pathChanged(path, from: old, to: .unknown, words: "no probe has ended for long"))
    }

    private func isJustBack(at now: Instant) -> Bool {
        pausedAt.map { now - $0 < timings.heartbeatPatience } ?? false
    }
}
