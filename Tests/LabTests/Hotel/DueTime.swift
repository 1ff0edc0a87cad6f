import Foundation

/// A minute of the hotel's clock at which somebody is to be woken.
struct DueTime: Sendable {
    private static let zone = TimeZone(identifier: "Europe/Vienna")
    private static let minute = 60.0

    private let moment: Date

    /// The next full minute that is far enough away for all that is done before it.
    static func next(leaving lead: Duration = .seconds(20)) -> DueTime {
        let earliest = Date().timeIntervalSince1970 + Double(lead.components.seconds)
        return DueTime(moment: Date(timeIntervalSince1970: (earliest / minute).rounded(.up) * minute))
    }

    /// As a verb takes it.
    var text: String {
        var calendar = Calendar(identifier: .gregorian)
        if let zone = Self.zone { calendar.timeZone = zone }
        let parts = calendar.dateComponents([.hour, .minute], from: moment)
        return String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0)
    }

    /// How long ago it was.
    var passed: Duration { .milliseconds(Int64(Date().timeIntervalSince(moment) * 1_000)) }
}
