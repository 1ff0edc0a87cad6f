import Vocabulary

/// Why a wake-up cannot be set, changed or cancelled.
package enum WakeUpFault: Sendable, Hashable {
    case noRooms
    case noTimes
    case noDays
    case tooManyRooms(Int, countMax: Int)
    case tooManyAtOnce(Int, countMax: Int)
    case unknownRoom(RoomNumber)
    case notInUse(RoomNumber)
    case nobodyStays(RoomNumber)
    case noPhone(RoomNumber)
    case notInRoom(ExtensionNumber, RoomNumber)
    case notALanguage(String)
    /// The time has passed.
    case over(LocalTime, now: LocalTime)
    case tooFar(CalendarDate, daysMax: Int)
    case endsBeforeItBegins(CalendarDate, CalendarDate)
    /// Another wake-up of the room rings at that very time.
    case clash(RoomNumber, WakeUpSchedule, with: WakeUpID)
    case roomIsFull(RoomNumber, countMax: Int)
    case houseIsFull(countMax: Int)
    case unknownWakeUp(WakeUpID)
    case isCancelled(WakeUpID)
    case isOver(WakeUpID)
    case nothingToCancel(RoomNumber)
    /// One of its days rings just now.
    case isUnderWay(WakeUpID)
}

extension WakeUpFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noRooms: "no room was named"
        case .noTimes: "no time was named"
        case .noDays: "no day was named"
        case .tooManyRooms(let count, let countMax): "\(count) rooms at once; at most \(countMax)"
        case .tooManyAtOnce(let count, let countMax): "\(count) calls for each room at once; at most \(countMax)"
        case .unknownRoom(let room): "there is no room \(room)"
        case .notInUse(let room): "room \(room) is not in use"
        case .nobodyStays(let room): "nobody stays in room \(room): it is checked out"
        case .noPhone(let room): "room \(room) has no phone"
        case .notInRoom(let number, let room): "extension \(number) is not in room \(room)"
        case .notALanguage(let text): "\(FieldText(nil, text).quoted) is not a language, such as en or de"
        case .over(let time, let now): "\(time) is over; it is \(now) in the hotel"
        case .tooFar(let date, let daysMax): "\(date) is too far ahead; at most \(daysMax) days"
        case .endsBeforeItBegins(let first, let last): "the last day, \(last), is before the first, \(first)"
        case .clash(let room, let schedule, let other):
            "room \(room) is called \(schedule) already, by \(other); cancel that one, or choose another time"
        case .roomIsFull(let room, let countMax): "room \(room) cannot have more than \(countMax) wake-ups"
        case .houseIsFull(let countMax): "the house cannot have more than \(countMax) wake-ups"
        case .unknownWakeUp(let id): "there is no wake-up \(id)"
        case .isCancelled(let id): "wake-up \(id) is cancelled already; set a new one"
        case .isOver(let id): "wake-up \(id) is over; set a new one"
        case .nothingToCancel(let room): "room \(room) has no such wake-up"
        case .isUnderWay(let id): "wake-up \(id) is ringing, or rings again soon; try again when it is over"
        }
    }
}
