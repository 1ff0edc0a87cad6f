import Foundation

/// A moment on the hotel's clock at which somebody is to be woken.
package struct DueTime: Sendable, Hashable {
    private static let minute = 60.0

    package let moment: Date

    package init(secondsSinceEpoch seconds: Double) { moment = Date(timeIntervalSince1970: seconds) }

    /// The full second that is so far away: as much as all that is done before it takes.
    package static func after(_ lead: Duration) -> DueTime { DueTime(secondsSinceEpoch: end(of: lead).rounded(.up)) }

    /// The next full minute that is so far away.
    package static func fullMinute(after lead: Duration) -> DueTime {
        DueTime(secondsSinceEpoch: (end(of: lead) / minute).rounded(.up) * minute)
    }

    private static func end(of lead: Duration) -> Double {
        Date().timeIntervalSince1970 + Double(lead.components.seconds)
    }

    /// As a verb takes it, and as a clock shows it: `07:00`, and with the seconds where there are any.
    package var text: String {
        var calendar = Calendar(identifier: .gregorian)
        if let zone = TimeZone(identifier: LabNode.timeZone) { calendar.timeZone = zone }
        let parts = calendar.dateComponents([.hour, .minute, .second], from: moment)
        let text = String(format: "%02d:%02d:%02d", parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
        return text.hasSuffix(":00") ? String(text.dropLast(3)) : text
    }

    /// How long ago it was; negative while it is still to come.
    package var passed: Duration { .milliseconds(Int64(Date().timeIntervalSince(moment) * 1_000)) }
}
