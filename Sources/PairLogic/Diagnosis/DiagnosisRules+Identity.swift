import Vocabulary

/// Do the right two nodes talk, in a language both know?
extension DiagnosisRules {
    static func sameMode(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard let facts = evidence.facts, facts.sender == evidence.ownMode else { return nil }
        return (.sameMode, "the peer calls itself \(facts.sender), which this node is")
    }

    static func clonedNode(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard !evidence.clones.isEmpty else { return nil }
        let runs = evidence.clones.map(\.description).joined(separator: " and ")
        return (.clonedNode, "runs \(runs) of the peer are alive side by side")
    }

    static func unknownProtocol(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard let theirs = evidence.protocolUnknown else { return nil }
        return (.versionsTooFarApart(theirs: theirs), "an authentic datagram in protocol \(theirs)")
    }

    static func foreignSignatures(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard evidence.refusedEnough else { return nil }
        return (.secretsDiffer, "\(evidence.refusedCount) messages from the peer's address bear another secret")
    }

    static func refusedProof(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard let path = evidence.secretRefusedBy else { return nil }
        return (.secretsDiffer, "the proof of the secret was refused on \(path.rawValue)")
    }

    static func restoredNode(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        if let mismatch = evidence.mismatch { return (.restoredNode, mismatch.words) }
        guard let facts = evidence.facts, facts.health.restored else { return nil }
        return (.restoredNode, "the peer says that it was restored from an older image")
    }
}

extension PeerEvidence.Mismatch {
    /// The contradiction in words.
    var words: String {
        let here = "position \(present.head.rawValue) of feed \(present.incarnation)"
        let known = "position \(remembered.head.rawValue) of feed \(remembered.incarnation)"
        return "the feed is at \(here), but was read up to \(known)"
    }
}
