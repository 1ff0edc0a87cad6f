/// Why a live node could not be used as a test wanted.
package enum LiveFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The program was not built beside the tests.
    case noBinary(looked: [String])
    /// No loopback address was free.
    case noAddress
    /// A process could not be started.
    case notStarted(program: String, number: Int32)
    /// The node has no process of that kind.
    case notRunning(String)
    /// What was waited for did not come about in time.
    case neverCame(what: String, seconds: Double, seen: String)
    /// A verb ended with another exit status than expected.
    case verb(String, status: Int32, words: String)

    package var description: String {
        switch self {
        case .noBinary(let looked):
            "comxfailover was not found; looked at \(looked.joined(separator: ", ")); set COMXFAILOVER_BINARY"
        case .noAddress: "no pair of loopback addresses is free"
        case .notStarted(let program, let number): "\(program) could not be started: error \(number)"
        case .notRunning(let what): "\(what) does not run"
        case .neverCame(let what, let seconds, let seen): "not within \(seconds) s: \(what); last seen: \(seen)"
        case .verb(let words, let status, let complaint): "`comxfailover \(words)` ended with \(status): \(complaint)"
        }
    }
}
