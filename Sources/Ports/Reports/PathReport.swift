import Vocabulary

/// One path to the peer, as an operator sees it.
package struct PathReport: Sendable, Hashable, Codable {
    package let path: PathName
    package let state: PathState
    /// Smoothed round trip in milliseconds, where one was measured.
    package let roundTripMilliseconds: Double?
    package let lastSuccess: WallTime?
    package let lastFailure: WallTime?
    /// The last failure in words.
    package let lastError: String?

    package init(
        path: PathName, state: PathState, roundTripMilliseconds: Double?, lastSuccess: WallTime?,
        lastFailure: WallTime?, lastError: String?
    ) {
        self.path = path
        self.state = state
        self.roundTripMilliseconds = roundTripMilliseconds
        self.lastSuccess = lastSuccess
        self.lastFailure = lastFailure
        self.lastError = lastError
    }
}
