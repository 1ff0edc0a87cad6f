import Vocabulary

extension CalendarDate {
    /// Reads what people say of a day: `today`, `tomorrow`, `2026-03-29`.
    package init(saying text: String, today: CalendarDate) throws(TimeFault) {
        switch text.lowercased() {
        case "today": self = today
        case "tomorrow": self = today.adding(days: 1)
        case let other: self = try CalendarDate(other)
        }
    }
}
