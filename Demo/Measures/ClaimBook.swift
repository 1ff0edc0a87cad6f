import Synchronization

/// The claims of a show, in the order in which they were tried.
final class ClaimBook: Sendable {
    private let entries = Mutex<[Claim]>([])

    var all: [Claim] { entries.withLock { $0 } }

    /// Whether nothing that was tried failed; an empty book proves nothing.
    var allHold: Bool { all.contains { $0.verdict == .holds } && !all.contains { $0.verdict == .fails } }

    func enter(_ claim: Claim) { entries.withLock { $0.append(claim) } }
}
