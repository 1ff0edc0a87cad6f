import Vocabulary

/// One reason for which the peer may not be online.
struct DiagnosisRule: Sendable {
    /// When a rule is asked at all.
    enum Hearing: Sendable, Hashable {
        /// While the peer's daemon is heard.
        case heard
        /// While it is not.
        case unheard
        case either
    }

    /// What a rule found: the trouble and the observation that shows it.
    typealias Finding = (diagnosis: Diagnosis, reason: String)

    let hearing: Hearing
    let find: @Sendable (PeerEvidence) -> Finding?

    init(_ hearing: Hearing, _ find: @escaping @Sendable (PeerEvidence) -> Finding?) {
        self.hearing = hearing
        self.find = find
    }

    func applies(isUnheard: Bool) -> Bool {
        switch hearing {
        case .heard: !isUnheard
        case .unheard: isUnheard
        case .either: true
        }
    }
}
