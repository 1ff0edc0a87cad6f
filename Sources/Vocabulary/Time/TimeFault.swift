/// Why a text that a person typed is no day, or no time of day.
package enum TimeFault: Error, Sendable, Hashable {
    case notADate(String)
    case notATime(String)
}

extension TimeFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notADate(let text):
            "\(TelephonyFault.quoted(text)) is not a day from \(CalendarDate.first) to \(CalendarDate.last)"
        case .notATime(let text): "\(TelephonyFault.quoted(text)) is not a time of day, such as 07:00"
        }
    }
}
