import Vocabulary

/// What is wrong with the peer, first things first.
///
/// When several troubles hold at once, the one higher in this table is named and the others stand in the evidence.
/// The order is that in which an operator must mend them: first whether the right two nodes talk at all, then
/// whether the peer is there, then what of it does not work.
///
/// | # | diagnosis | when | shown by |
/// |---|---|---|---|
/// | 1 | `sameMode` | heard | a heartbeat names our own mode |
/// | 2 | `clonedNode` | heard | two runs of the peer are alive side by side |
/// | 3 | `versionsTooFarApart` | always | an authentic datagram in an unknown protocol version |
/// | 4 | `secretsDiffer` | unheard | several messages from its address bear another secret |
/// | 4 | `secretsDiffer` | always | control or trunk ends at the proof of the secret |
/// | 5 | `restoredNode` | heard | it says so, or its feed is behind or beside what we remember of it |
/// | 6 | `daemonDown` | unheard | control or database show that the host is alive |
/// | 7 | `thisNodeCutOff` | unheard | no witness answers either |
/// | 8 | `hostGone` | unheard | a witness answers |
/// | 9 | `hostOrPathGone` | unheard | nothing else is known |
/// | 10 | `databaseDown` | heard | it says so, or 3306 is closed and it does not insist on the contrary |
/// | 11 | `databaseAccessDenied`, `databaseGrantMissing`, `databaseEncryption` | heard | the database probe |
/// | 12 | `clocksApart` | heard | the offset measured by an echo |
/// | 13 | `asteriskDown` | heard | it has an Asterisk, which does not answer |
/// | 14 | `portClosed(heartbeat)` | heard | heartbeats pass in one direction only, or control alone is heard |
/// | 15 | `portClosed(control, database, trunk)` | heard | the path fails while the peer proves alive |
enum DiagnosisRules {
    static let table: [DiagnosisRule] =
        identity + reach + works + [DiagnosisRule(.heard, blockedHeartbeat)]
        + [PathName.control, .database, .trunk].map { path in DiagnosisRule(.heard) { closedPort(path, $0) } }

    /// Whether the right two nodes talk, in a language both know.
    private static let identity = [
        DiagnosisRule(.heard, sameMode),
        DiagnosisRule(.heard, clonedNode),
        DiagnosisRule(.either, unknownProtocol),
        DiagnosisRule(.unheard, foreignSignatures),
        DiagnosisRule(.either, refusedProof),
        DiagnosisRule(.heard, restoredNode),
    ]

    /// Whether the peer is there.
    private static let reach = [
        DiagnosisRule(.unheard, daemonDown),
        DiagnosisRule(.unheard, cutOff),
        DiagnosisRule(.unheard, hostGone),
        DiagnosisRule(.unheard, nothingKnown),
    ]

    /// What of it does not work.
    private static let works = [
        DiagnosisRule(.heard, databaseDown),
        DiagnosisRule(.heard, databaseRefuses),
        DiagnosisRule(.heard, clocksApart),
        DiagnosisRule(.heard, asteriskDown),
    ]

    /// The state that the evidence shows, how grave it is, and every reason that was found, the decisive one first.
    static func judge(_ evidence: PeerEvidence) -> Judgement {
        var reasons: [String] = []
        var decisive: (index: Int, diagnosis: Diagnosis)?
        for index in table.indices where table[index].applies(isUnheard: evidence.isUnheard) {
            guard let finding = table[index].find(evidence) else { continue }
            decisive = decisive ?? (index, finding.diagnosis)
            reasons.append(finding.reason)
        }
        guard let decisive else {
            if evidence.isStarting {
                return Judgement(
                    state: .starting, gravity: 0, reasons: ["the peer was just started and comes to its database"])
            }
            return Judgement(state: .online, gravity: 0, reasons: ["the peer is heard and nothing is wrong with it"])
        }
        let gravity = table.count - decisive.index + (evidence.isUnheard ? table.count : 0)
        let state = evidence.isUnheard ? PeerState.offline(decisive.diagnosis) : .degraded(decisive.diagnosis)
        return Judgement(state: state, gravity: gravity, reasons: reasons)
    }
}
