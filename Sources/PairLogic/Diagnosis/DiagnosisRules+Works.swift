import Vocabulary

/// What of the peer does not work?
extension DiagnosisRules {
    static func databaseDown(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard !evidence.isStarting else { return nil }
        if let facts = evidence.facts, !facts.health.databaseUp {
            return (.databaseDown, "the peer says that its database is down")
        }
        guard let trouble = evidence.troubles[.database], trouble.failure == .portClosed else { return nil }
        let contradicted = evidence.facts != nil && trouble.lasting >= evidence.contradictionPatience
        return contradicted ? nil : (.databaseDown, "the database's port is closed: \(trouble.words)")
    }

    static func databaseRefuses(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard !evidence.isStarting, let trouble = evidence.troubles[.database], let failure = trouble.failure
        else { return nil }
        switch failure {
        case .databaseAccessDenied: return (.databaseAccessDenied, trouble.words)
        case .databaseGrantMissing: return (.databaseGrantMissing, trouble.words)
        case .encryption: return (.databaseEncryption, trouble.words)
        case .silent, .portClosed, .secretMismatch, .protocolTooNew, .other: return nil
        }
    }

    static func clocksApart(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard let seconds = evidence.clocksApartSeconds else { return nil }
        return (.clocksApart(seconds: seconds), "the clocks differ by about \(seconds) s")
    }

    static func asteriskDown(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard let health = evidence.facts?.health, health.asteriskConfigured, !health.asteriskUp else { return nil }
        return (.asteriskDown, "the peer says that its Asterisk is down")
    }

    static func blockedHeartbeat(_ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        if evidence.heartbeatBlockedInward {
            return (.portClosed(.heartbeat), "control is heard, but the peer's heartbeats do not arrive here")
        }
        guard evidence.heartbeatBlockedOutward else { return nil }
        return (.portClosed(.heartbeat), "the peer's heartbeats arrive, but it does not hear this node's")
    }

    /// A path that fails while the peer proves alive, and that no rule above explains.
    static func closedPort(_ path: PathName, _ evidence: PeerEvidence) -> DiagnosisRule.Finding? {
        guard let trouble = evidence.troubles[path], !isExplained(trouble, path, evidence) else { return nil }
        return (.portClosed(path), "\(path.rawValue) fails: \(trouble.words)")
    }

    private static func isExplained(
        _ trouble: PeerEvidence.Trouble, _ path: PathName, _ evidence: PeerEvidence
    ) -> Bool {
        if trouble.failure == .secretMismatch || trouble.failure == .protocolTooNew { return true }
        switch path {
        case .database: return evidence.isStarting || databaseDown(evidence) != nil || databaseRefuses(evidence) != nil
        case .trunk: return asteriskDown(evidence) != nil
        case .heartbeat, .control, .witness: return false
        }
    }
}
