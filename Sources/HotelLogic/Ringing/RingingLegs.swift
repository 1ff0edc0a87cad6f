import Vocabulary

/// The phones of a room that ring for one attempt. The first that is answered completes it; it has failed when all
/// have.
struct RingingLegs: Sendable, Hashable {
    private(set) var ringing: Set<ExtensionNumber>
    /// The failure that tells most of the guest.
    private(set) var failure: AttemptFailure?

    init(_ numbers: [ExtensionNumber]) { ringing = Set(numbers) }

    mutating func ended(_ number: ExtensionNumber, _ failure: AttemptFailure) {
        guard ringing.remove(number) != nil else { return }
        if Self.weight(failure) > self.failure.map(Self.weight) ?? -1 { self.failure = failure }
    }

    var haveAllFailed: Bool { ringing.isEmpty }

    /// A phone that rang in vain says more than one that was not there.
    private static func weight(_ failure: AttemptFailure) -> Int {
        switch failure {
        case .noAnswer: 6
        case .declined: 5
        case .busy: 4
        case .failed: 3
        case .unconfirmed, .lost: 2
        case .unreachable: 1
        case .interrupted, .withdrawn, .moved: 0
        }
    }
}
