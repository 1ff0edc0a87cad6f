import Vocabulary

/// What is known of one path.
package struct PathStatus: Sendable, Hashable {
    package var state: PathState = .unknown
    /// Smoothed over the last results.
    package var roundTrip: Duration?
    package var lastSuccess: WallTime?
    package var lastFailure: WallTime?
    /// The last failure, in the terms of the diagnosis; it stays after the path recovered.
    package var lastError: PathFailure?
    /// The last failure in words.
    package var lastErrorWords: String?

    package init() {}
}

extension PathStatus {
    /// Lets a new round trip count for an eighth.
    mutating func smooth(_ measured: Duration) {
        roundTrip = roundTrip.map { $0 + (measured - $0) / 8 } ?? measured
    }
}
