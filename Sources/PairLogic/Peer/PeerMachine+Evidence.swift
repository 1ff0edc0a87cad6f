import Vocabulary

extension PeerMachine {
    /// Everything that the rules may rest on, at this moment.
    func gathered() -> PeerEvidence {
        var evidence = PeerEvidence(ownMode: ownMode, isUnheard: isUnheard, silence: silence)
        let heartbeatFresh = heartbeatSilence < heartbeat.unheardAfter && heartbeat.lastHeardAt != nil
        evidence.facts = heartbeatFresh ? heartbeat.facts : nil
        evidence.refusedCount = rejections.refusedCount(within: timings.rejectionEvidence, at: now)
        evidence.refusedEnough = evidence.refusedCount >= timings.rejectionsForSecretsDiffer
        evidence.secretRefusedBy = secretRefusedBy
        evidence.protocolUnknown = unknownProtocol
        evidence.clones = boots.clones
        evidence.mismatch = peerFeed.mismatch(after: timings.mismatchPatience, at: now)
            .map { PeerEvidence.Mismatch(remembered: $0.remembered, present: $0.present) }
        if evidence.isUnheard {
            evidence.hostProvedBy = hostProvedBy
            evidence.witness = witness
        }
        evidence.troubles = troubles
        evidence.heartbeatBlockedInward = isBlockedInward
        evidence.heartbeatBlockedOutward = heartbeatFresh && isBlockedOutward
        evidence.clocksApartSeconds = heartbeatFresh ? heartbeat.clock.apartSeconds : nil
        evidence.contradictionPatience = timings.contradictionPatience
        return evidence
    }

    /// The control link also names a version we do not know, though not which.
    private var unknownProtocol: UInt16? {
        if let theirs = rejections.protocolUnknown(within: timings.rejectionEvidence, at: now) { return theirs }
        return paths[.control]?.failure == .protocolTooNew ? 0 : nil
    }

    private var secretRefusedBy: PathName? {
        if paths[.control]?.failure == .secretMismatch { return .control }
        return paths[.trunk]?.failure == .secretMismatch ? .trunk : nil
    }

    private var hostProvedBy: [PathName] {
        func isFresh(_ proof: Instant?) -> Bool { proof.map { now - $0 < timings.hostEvidence } ?? false }
        // Asterisk tells of the trunk what it saw at its last probe, which may be older than the silence.
        let probed = [PathName.control, .database].filter { isFresh(paths[$0]?.hostProvedAt) }
        return isFresh(heartbeat.hostProvedAt) ? [.heartbeat] + probed : probed
    }

    private var witness: PeerEvidence.Witness {
        guard let machine = paths[.witness], let last = machine.lastOutcomeAt,
            now - last < timings.witnessEvidence
        else { return .mute }
        if machine.hostProvedAt == last { return .answers }
        return machine.status.state == .down ? .silent : .mute
    }

    /// The paths that are down though the peer is there.
    private var troubles: [PathName: PeerEvidence.Trouble] {
        var troubles: [PathName: PeerEvidence.Trouble] = [:]
        for (path, machine) in paths where path != .witness {
            guard machine.status.state == .down, let since = machine.failingSince,
                isBlameable(path, failing: machine.failure, since: since)
            else { continue }
            troubles[path] = PeerEvidence.Trouble(
                failure: machine.failure, words: machine.status.lastErrorWords ?? "", lasting: now - since)
        }
        return troubles
    }

    /// A refusal by the service itself is certain. A closed or silent port is blamed only once the peer proved alive
    /// well after it was first seen, or the port of a host that is just going down would be blamed for a moment.
    private func isBlameable(_ path: PathName, failing failure: PathFailure?, since: Instant) -> Bool {
        switch failure {
        case .databaseAccessDenied, .databaseGrantMissing, .encryption, .secretMismatch, .protocolTooNew: true
        case .silent, .portClosed, .other, nil:
            [heartbeat.lastHeardAt, path == .control ? nil : paths[.control]?.lastSuccessAt]
                .contains { proof in proof.map { $0 - since >= timings.portPatience } ?? false }
        }
    }

    /// Control is heard well after the last heartbeat.
    private var isBlockedInward: Bool {
        guard heartbeatSilence >= heartbeat.unheardAfter, let control = paths[.control]?.lastSuccessAt
        else { return false }
        return control - (heartbeat.lastHeardAt ?? startedAt) >= timings.heartbeatPatience
    }

    /// Heartbeats have come for a while, and none of them echoes what this node sent lately. The last of them counts:
    /// the silence after it says nothing about the way out.
    private var isBlockedOutward: Bool {
        let since = Instant.later(heartbeat.echoedSentAt, .later(heartbeat.hearingSince, graceFrom))
        guard let since, let heard = heartbeat.lastHeardAt else { return false }
        return heard - since >= heartbeat.unheardAfter
    }
}
