import Vocabulary

/// Is the peer there?
extension DiagnosisRules {
    static func daemonDown(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard !evidence.hostProvedBy.isEmpty else { return nil }
        let paths = evidence.hostProvedBy.map(\.rawValue).joined(separator: ", ")
        return (.daemonDown, "\(unheard(evidence)), while the host answers on \(paths)")
    }

    static func cutOff(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard evidence.hostProvedBy.isEmpty, evidence.witness == .silent else { return nil }
        return (.thisNodeCutOff, "\(unheard(evidence)), and no witness answers")
    }

    static func hostGone(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard evidence.hostProvedBy.isEmpty, evidence.witness == .answers else { return nil }
        return (.hostGone, "\(unheard(evidence)), and a witness answers")
    }

    static func nothingKnown(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard evidence.hostProvedBy.isEmpty, evidence.witness == .mute else { return nil }
        return (.hostOrPathGone, "\(unheard(evidence)), and no path answers")
    }

    private static func unheard(_ evidence: PeerEvidence) -> String {
        let tenths = evidence.silence.nanoseconds / 100_000_000
        return "nothing heard on heartbeat or control for \(tenths / 10).\(tenths % 10) s"
    }
}
