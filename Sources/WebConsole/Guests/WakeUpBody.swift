import HotelLogic
import Vocabulary

/// The body of a request for wake-ups. Days are `today`, `tomorrow` or `2026-03-29`, by the property's calendar.
package struct WakeUpBody: Sendable, Hashable, Codable {
    /// Rooms and ranges of rooms: `101-120,205`.
    package var rooms: String?
    /// Times of day: `06:30`.
    package var times: [String]?
    package var days: [String]?
    /// Every day, from one and until another.
    package var isDaily: Bool?
    package var from: String?
    package var until: String?
    /// One phone of the room; absent is all of them.
    package var number: String?
    package var language: String?
    /// Whose request it is, and by which way it came; absent is the desk.
    package var by: String?
    package var way: Author.Way?

    package init() {}

    var author: Author { Author(way ?? .desk, by) }
}
