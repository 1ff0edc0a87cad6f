import Vocabulary

/// How a phone of the crowd stands with one registrar.
struct CrowdRegistration: Sendable, Hashable {
    /// Asked for; the lab's servers grant a minute.
    static let expirySeconds = 60
    private static let renewal = Duration.seconds(35)
    private static let patience = Duration.seconds(1)
    /// How often a registration is taken back where the server says nothing.
    private static let takingBackMax = 3

    private(set) var isWanted = false
    private(set) var acceptedAt: Duration?
    private var sentAt: Duration?
    private var triesToTakeBack = 0
    private var hasProved = false
    private(set) var sequence = 0

    var isAccepted: Bool { isWanted && acceptedAt != nil }
    /// The seconds that are asked for: none takes it back.
    var expiry: Int { isWanted ? Self.expirySeconds : 0 }

    mutating func want(_ isWanted: Bool) {
        guard isWanted != self.isWanted else { return }
        self.isWanted = isWanted
        (sentAt, triesToTakeBack) = (nil, 0)
        if isWanted { acceptedAt = nil }
    }

    /// Whether something is to be sent now.
    mutating func isDue(at now: Duration) -> Bool {
        if let sentAt, now - sentAt < Self.patience { return false }
        guard isWanted else { return acceptedAt != nil && triesToTakeBack < Self.takingBackMax }
        return sentAt != nil || acceptedAt.map { now - $0 >= Self.renewal } ?? true
    }

    mutating func asked(at now: Duration) {
        sentAt = now
        sequence += 1
        hasProved = false
        if !isWanted { triesToTakeBack += 1 }
    }

    /// The registrar wants a proof; false where it got one already.
    mutating func proves() -> Bool {
        guard sentAt != nil, !hasProved else { return false }
        hasProved = true
        sequence += 1
        return true
    }

    mutating func accepted(at now: Duration) {
        guard sentAt != nil else { return }
        sentAt = nil
        acceptedAt = isWanted ? now : nil
    }
}
