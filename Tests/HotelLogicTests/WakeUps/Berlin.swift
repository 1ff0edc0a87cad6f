import HotelLogic
import Testing
import Vocabulary

/// The hotel's clock in the tests: Berlin in 2026, with its two nights on which clocks are set.
enum Berlin {
    static let zone = ZoneRules(
        name: "Europe/Berlin", firstOffsetSeconds: 3_600,
        changes: [
            .init(second: 1_774_746_000, offsetSeconds: 7_200), .init(second: 1_792_890_000, offsetSeconds: 3_600),
            .init(second: 1_806_195_600, offsetSeconds: 7_200), .init(second: 1_824_944_400, offsetSeconds: 3_600),
        ])

    /// The moment of `2026-03-29 07:00`.
    static func at(_ text: String) throws -> WallTime { zone.moment(of: try local(text)).at }

    static func local(_ text: String) throws -> LocalTime {
        let parts = text.split(separator: " ").map(String.init)
        return LocalTime(try CalendarDate(try #require(parts.first)), try TimeOfDay(try #require(parts.last)))
    }

    /// A wake-up on one day, from `2026-03-29 07:00`.
    static func once(_ text: String) throws -> WakeUpSchedule {
        let time = try local(text)
        return WakeUpSchedule(time.time, on: time.date)
    }
}

extension Duration {
    /// Whole minutes, for tests.
    static func minutes(_ count: Int) -> Duration { .seconds(60 * count) }
}
