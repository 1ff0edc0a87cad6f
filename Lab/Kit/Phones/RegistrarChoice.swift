import Vocabulary

/// Where a phone registers: at one server at a time, the first of its list that answers, as the templates have it.
package struct RegistrarChoice: Sendable, Hashable {
    /// How long a registration may be refused before the phone tries anew.
    private static let retryAfter = Duration.seconds(3)

    package enum Directive: Sendable, Hashable {
        /// Give up the one and register at the other.
        case move(from: Int, to: Int)
        /// Register anew where it is.
        case registerAgain(Int)
    }

    /// The place in the list of the one it registers at.
    package private(set) var current = 0
    private let timers: PhoneTimers
    /// When each of them last answered. At the beginning all are believed.
    private var heardAt: [Duration]
    /// Since when each of them has answered without a gap.
    private var steadySince: [Duration?]
    private var unregisteredSince: Duration?

    package init(count: Int, timers: PhoneTimers, at now: Duration) {
        precondition(count > 0, "a phone that registers needs a registrar")
        self.timers = timers
        heardAt = Array(repeating: now, count: count)
        steadySince = Array(repeating: now, count: count)
    }

    /// A registrar answered a question.
    package mutating func heard(_ registrar: Int, at now: Duration) {
        heardAt[registrar] = now
        if steadySince[registrar] == nil { steadySince[registrar] = now }
    }

    /// Since when a registrar has answered without a gap; nil while it is silent.
    package func steady(_ registrar: Int) -> Duration? { steadySince[registrar] }

    /// Time has passed.
    ///
    /// - Parameter isRegistered: whether the current registrar has accepted the registration.
    package mutating func tick(isRegistered: Bool, at now: Duration) -> [Directive] {
        for index in heardAt.indices where now - heardAt[index] >= timers.giveUpAfter { steadySince[index] = nil }
        if isRegistered { unregisteredSince = nil } else { unregisteredSince = unregisteredSince ?? now }
        if let better = wanted(at: now) {
            defer {
                current = better
                unregisteredSince = nil
            }
            return [.move(from: current, to: better)]
        }
        guard steadySince[current] != nil, let since = unregisteredSince, now - since >= Self.retryAfter else {
            return []
        }
        unregisteredSince = now
        return [.registerAgain(current)]
    }

    /// Another registrar that it should be at, if any.
    private func wanted(at now: Duration) -> Int? {
        if steadySince[current] == nil { return steadySince.indices.first { steadySince[$0] != nil } }
        guard let home = steadySince[0], current != 0, now - home >= timers.failBackAfter else { return nil }
        return 0
    }
}
