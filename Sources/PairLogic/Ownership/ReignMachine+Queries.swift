import Vocabulary

/// All answers are as of the latest input.
extension ReignMachine {
    /// What may be told to the peer: what is stored. nil before it was read.
    package var announced: Ownership? { record?.ownership }

    /// What every duty of the scope goes by.
    package var holder: ScopeHolder {
        guard let record, case let owner = record.ownership.owner else { return .inDoubt }
        if let overruling, overruling.owner != own { return .node(overruling.owner) }
        // Its own later reign is not on this disk (any more): in the older one that is, it does not act.
        if overruling != nil, owner == own { return .inDoubt }
        switch state {
        case .unread, .closing, .draining, .reopening: return .inDoubt
        case .storing(let wanted, _) where owner == own && wanted.ownership.owner != own: return .inDoubt
        case .settled, .storing, .catchingUp: return record.phase == .settled ? .node(owner) : .inDoubt
        }
    }

    /// Whether this node is the first to do what must be done by one always, be it twice; nil before the record was
    /// read. While nobody may act alone it is the one that is stored as the owner, unless the peer's reign is higher.
    package var isFirst: Bool? {
        guard let record else { return nil }
        return record.ownership.owner == own && holder != .node(own.peer)
    }

    /// Whether a change of ownership is under way, so that time counts.
    package var isBusy: Bool {
        switch state {
        case .storing, .catchingUp, .closing, .draining, .reopening: true
        case .unread, .settled: false
        }
    }

    /// Whether something is being stored or read that takes a moment, and behind which all is clear again.
    package var isBusyForAMoment: Bool {
        switch state {
        case .storing(_, .release), .settled, .catchingUp, .closing, .draining: false
        case .storing, .reopening: true
        case .unread: ability.isDatabaseUp
        }
    }

    /// How far a giveback has come, in words; nil where none is under way.
    package var progress: String? {
        switch state {
        case .catchingUp(let handover): handover.progress ?? "the other node is asked whether it has everything"
        case .closing: "open transactions are waited for"
        case .draining(let handover, _): handover.progress ?? "the other node reads the rest"
        case .storing(_, .release): "the commit point is being stored"
        case .unread, .settled, .storing, .reopening: nil
        }
    }

    /// The epoch that a takeover would begin. A node whose disk may be an older image skips many.
    package var nextEpoch: Epoch? {
        guard let record else { return nil }
        let highest = max(record.ownership.epoch, peerReign?.epoch ?? record.ownership.epoch)
        guard peerReign == nil || owesRenewal else { return highest.next(mintedBy: own) }
        return Epoch(rawValue: highest.rawValue + ReignTimings.epochsSkippedBlindly).next(mintedBy: own)
    }

    /// What this node, as the scope's home, answers the owner.
    ///
    /// - Parameter progress: how far this node has stored what the question asks for.
    package func verdict(on question: HandoverQuestion, progress: HandoverVerdict) -> HandoverVerdict {
        guard question.reign.scope == scope, scope.home == own else {
            return .declined("the \(own) is not the home of \(question.reign.scope.rawValue)")
        }
        guard state == .settled, overruling == nil, let record else {
            return .behind("the \(own) is still storing who owns \(scope.rawValue)")
        }
        guard record == ReignRecord(question.reign) else {
            let epoch = record.ownership.epoch.rawValue
            return .declined("the \(own) knows of another reign: \(record.ownership.owner), epoch \(epoch)")
        }
        if ability.isCloned { return .declined("two daemons answer as the \(own)") }
        if ability.isRestored { return .declined("the \(own) was restored and is taking back what it lost") }
        return ability.isDatabaseUp ? progress : .behind("the \(own)'s database does not answer")
    }
}
