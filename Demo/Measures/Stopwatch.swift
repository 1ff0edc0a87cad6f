import Foundation
import Vocabulary

/// Time since a moment, for claims.
struct Stopwatch: Sendable {
    private let began = ContinuousClock.now
    private let beganByWall = Self.wallTime

    var elapsed: Duration { ContinuousClock.now - began }

    /// How much later something was that a node on this machine noted by the wall clock.
    func elapsed(at moment: WallTime) -> Duration { moment - beganByWall }

    private static var wallTime: WallTime {
        WallTime(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded()))
    }
}

extension Duration {
    /// The time as people read it: `3.1 ms`, `2.4 s`, `1 min 5 s`.
    var readable: String {
        switch inSeconds {
        case ..<0.1: "\((milliseconds * 10).rounded() / 10) ms"
        case ..<1: "\(Int(milliseconds.rounded())) ms"
        case ..<100: "\((inSeconds * 10).rounded() / 10) s"
        default: "\(Int(inSeconds) / 60) min \(Int(inSeconds) % 60) s"
        }
    }
}

extension Int {
    /// The number with its thousands apart.
    var grouped: String {
        var digits = String(magnitude)
        var parts: [Substring] = []
        while digits.count > 3 {
            parts.insert(Substring(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (self < 0 ? "-" : "") + ([Substring(digits)] + parts).joined(separator: ",")
    }
}
