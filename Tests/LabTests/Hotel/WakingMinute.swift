import Foundation
import LabKit

/// What the phones of a crowd saw of the calls that were due at one moment.
struct WakingMinute: Sendable {
    let calls: [CrowdCall]
    private let due: Date

    init(_ calls: [CrowdCall], due: DueTime) {
        self.due = due.moment
        self.calls = calls.filter { $0.rangAt >= due.moment }.sorted { $0.rangAt < $1.rangAt }
    }

    var answered: [CrowdCall] { calls.filter(\.isAnswered) }

    /// How often each phone was answered.
    var timesAnswered: [String: Int] { Dictionary(answered.map { ($0.number, 1) }) { $0 + $1 } }
    var timesRung: [String: Int] { Dictionary(calls.map { ($0.number, 1) }) { $0 + $1 } }

    /// Rooms in which a second of the greeting was heard.
    var greeted: Set<String> { Set(calls.filter { $0.greetedAt != nil }.map(\.number)) }

    // MARK: When, in seconds after the due time

    var firstRing: Double { seconds(calls.map(\.rangAt).min()) }
    var medianAnswer: Double {
        let times = answered.compactMap(\.answeredAt).sorted()
        return seconds(times.isEmpty ? nil : times[times.count / 2])
    }
    var lastGreeting: Double { seconds(calls.compactMap(\.greetedAt).max()) }
    var lastAnswer: Double { seconds(calls.compactMap(\.answeredAt).max()) }

    /// The most phones that rang or talked at one moment.
    var mostAtOnce: Int {
        let begins = calls.map { ($0.rangAt, 1) }
        let ends = calls.compactMap { call in call.endedAt.map { ($0, -1) } }
        var (now, most) = (0, 0)
        for (_, step) in (begins + ends).sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            now += step
            most = max(most, now)
        }
        return most
    }

    /// The most phones that began to ring within any stretch of so many seconds.
    func mostBegun(within seconds: Double) -> Int {
        let times = calls.map(\.rangAt)
        return times.indices.map { index in times[index...].prefix { $0 < times[index] + seconds }.count }.max() ?? 0
    }

    private func seconds(_ date: Date?) -> Double {
        guard let date else { return .infinity }
        return (date.timeIntervalSince(due) * 100).rounded() / 100
    }
}
