import Vocabulary

/// Why a request about stays is refused. Nothing of it was done.
package enum StayFault: Error, Sendable, Hashable {
    case unknownRoom(RoomNumber)
    case notInUse(RoomNumber)
    case unknownStay(StayID)
    /// Somebody stays in the room, and the request does not say that it is shared.
    case isLet(RoomNumber, StayID)
    case nobodyStays(RoomNumber)
    /// A text that names neither a room nor a stay.
    case notAStay(String)
    /// Several stays are in the room, and one was meant.
    case severalStay(RoomNumber, [StayID])
    /// No name of a guest was ever sent.
    case nobodyNamed(StayID)
    case tooManyGuests(Int, countMax: Int)
    case badGuest(String)
    case tooLong(String)
    case notALanguage(String)
    case departsBeforeToday(CalendarDate, today: CalendarDate)
    case unknownClass(Int)
    case badCount(Int, countMax: Int)
    case badAttendant(String)
}

extension StayFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownRoom(let room): "there is no room \(room)"
        case .notInUse(let room): "room \(room) is not in use"
        case .unknownStay(let id): "there is no stay \(id); it may have ended"
        case .isLet(let room, let id):
            "room \(room) is let, stay \(id); check it out first, or say that the room is shared"
        case .nobodyStays(let room): "nobody stays in room \(room)"
        case .notAStay(let text):
            "\(FieldText(nil, text).quoted) is neither a room nor a stay such as S12"
        case .severalStay(let room, let stays):
            "several stays share room \(room): \(stays.map(\.description).joined(separator: ", ")); name one of them"
        case .nobodyNamed(let id): "stay \(id) has no guest by name; name one first"
        case .tooManyGuests(let count, let countMax): "\(count) guests; one stay has at most \(countMax)"
        case .badGuest(let text): "\(FieldText(nil, text).quoted) is not a guest's name; one has 1 to 80 characters"
        case .tooLong(let text):
            "\(FieldText(nil, text).quoted) is no title and no number of a management system; one has at most "
                + "\(StayDesk.shortLengthMax) characters"
        case .notALanguage(let text): "\(FieldText(nil, text).quoted) is not a language, such as en or de"
        case .departsBeforeToday(let date, let today): "the departure, \(date), is before today, \(today)"
        case .unknownClass(let code): "there is no class of service \(code)"
        case .badCount(let count, let countMax): "\(count) messages; at most \(countMax), and not less than none"
        case .badAttendant(let text):
            "\(FieldText(nil, text).quoted) is no code of an attendant; one has at most "
                + "\(Housekeeping.attendantLengthMax) characters"
        }
    }
}
