import Foundation
import SeededTestKit

/// How often, and how, the Secondary is killed while hundreds are woken; each of them can be set from outside.
struct WakeUpRounds: Sendable {
    /// `COMXFAILOVER_WAKEUP_KILLS`: twenty by `make test-wakeups`.
    let kills: Int
    /// `COMXFAILOVER_WAKEUP_ROOMS`
    let rooms: Int
    /// `COMXFAILOVER_WAKEUP_SEED`: the instants of a former run again.
    let seed: UInt64

    init(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        kills = environment["COMXFAILOVER_WAKEUP_KILLS"].flatMap { Int($0) } ?? 2
        rooms = min(
            environment["COMXFAILOVER_WAKEUP_ROOMS"].flatMap { Int($0) } ?? CrowdHotel.roomsMax, CrowdHotel.roomsMax)
        seed = environment["COMXFAILOVER_WAKEUP_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
    }

    /// When the power is cut in each round, in seconds after the due time: any moment from the first call to the last.
    var instants: [Double] {
        var numbers = Seeded(seed: seed)
        let length = Double(rooms) / 16
        return (0..<kills).map { _ in (Double.random(in: 0...length, using: &numbers) * 100).rounded() / 100 }
    }
}
