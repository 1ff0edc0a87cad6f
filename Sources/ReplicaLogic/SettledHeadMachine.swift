import Vocabulary

/// Computes the settled head of this node's feed: the position below which nothing can appear any more.
///
/// *Intuition.* Draw a number at the counter, then wait until everybody who was in the shop at that moment has
/// left. Whoever comes later draws a higher number. A writer enters the shop (takes its lock) before it draws.
///
/// Two ways lead there. The quick one asks for the writers' common lock without waiting: getting it proves the
/// shop empty. The slow one lists open transactions. The list is a cache of the server's that may be stale, so a
/// canary transaction of our own must show up in it before it is believed; from then on it is only waited for the
/// others to leave, where a stale list costs time and never truth.
package struct SettledHeadMachine: Sendable, Hashable {
    /// Listing more often than this keeps the server's own cache from ever being refreshed.
    package static let listingSpacing: Duration = .milliseconds(120)
    /// How long the quick way is left alone after the writers were found busy.
    package static let quickSpacing: Duration = .milliseconds(5)

    /// What the machine is about.
    package enum Phase: Sendable, Hashable {
        /// Nothing under way; the quick way may be tried.
        case idle
        /// A number was drawn and a canary is open; the listing has not shown it yet.
        case awaitingCanary(drawn: FeedPosition, canary: UInt64)
        /// These transactions were open when the number was drawn.
        case awaitingOthers(drawn: FeedPosition, others: Set<UInt64>)
    }

    /// What the shell is to do next.
    package enum Directive: Sendable, Hashable {
        /// Try to take the writers' lock without waiting; under it draw a number.
        case tryQuick
        /// Draw a number, then open a canary transaction.
        case openCanary
        /// List the open transactions.
        case listTransactions
        /// End the canary transaction.
        case closeCanary
        /// The head settled further.
        case settled(FeedPosition)
    }

    package private(set) var phase: Phase = .idle
    package private(set) var settled: FeedPosition
    /// The highest position known to be drawn.
    package private(set) var head: FeedPosition
    private var nextQuick = Instant(nanoseconds: 0)
    private var nextListing = Instant(nanoseconds: 0)

    package init(settled: FeedPosition, head: FeedPosition) {
        self.settled = settled
        self.head = max(settled, head)
    }

    /// Whether everything known is settled.
    package var isQuiet: Bool { settled >= head && phase == .idle }

    /// The feed was seen to have reached `head`.
    package mutating func headSeen(_ head: FeedPosition) { self.head = max(self.head, head) }

    /// Time passed: what is to be done now.
    package mutating func tick(at now: Instant) -> [Directive] {
        var directives: [Directive] = []
        switch phase {
        case .idle:
            if settled < head, now >= nextQuick {
                nextQuick = now + Self.quickSpacing
                directives.append(.tryQuick)
            }
        case .awaitingCanary, .awaitingOthers:
            if now >= nextListing {
                nextListing = now + Self.listingSpacing
                directives.append(.listTransactions)
            }
        }
        return directives
    }

    /// The writers' lock was free; `drawn` was drawn under it, so every lower number belongs to the past.
    package mutating func quickSucceeded(drawn: FeedPosition) -> [Directive] {
        settle(below: drawn)
    }

    /// Somebody is writing: go the slow way.
    package mutating func quickRefused() -> [Directive] {
        phase == .idle ? [.openCanary] : []
    }

    /// The canary is open as transaction `canary`, and `drawn` was drawn before it.
    package mutating func canaryOpened(drawn: FeedPosition, canary: UInt64, at now: Instant) {
        phase = .awaitingCanary(drawn: drawn, canary: canary)
        nextListing = now + Self.listingSpacing
    }

    /// The open transactions, as the server lists them.
    package mutating func listed(_ transactions: Set<UInt64>) -> [Directive] {
        switch phase {
        case .idle:
            return []
        case .awaitingCanary(let drawn, let canary):
            guard transactions.contains(canary) else { return [] }
            let others = transactions.subtracting([canary])
            phase = .awaitingOthers(drawn: drawn, others: others)
            return [.closeCanary] + (others.isEmpty ? settle(below: drawn) : [])
        case .awaitingOthers(let drawn, let others):
            let remaining = others.intersection(transactions)
            phase = .awaitingOthers(drawn: drawn, others: remaining)
            return remaining.isEmpty ? settle(below: drawn) : []
        }
    }

    /// The connection that carried the canary broke: begin again.
    package mutating func interrupted() { phase = .idle }

    private mutating func settle(below drawn: FeedPosition) -> [Directive] {
        phase = .idle
        let reached = FeedPosition(rawValue: drawn.rawValue == 0 ? 0 : drawn.rawValue - 1)
        guard reached > settled else { return [] }
        settled = reached
        head = max(head, reached)
        return [.settled(reached)]
    }
}
