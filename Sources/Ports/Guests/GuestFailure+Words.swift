import HotelLogic
import Vocabulary

extension GuestFailure {
    /// Why, for whoever asked: a line, or for wake-ups that are refused a line for each reason.
    package func words(on matter: GuestMatter) -> String {
        switch self {
        case .stay(let fault): fault.description
        case .wakeUps(let refusal): refusal.lines.joined(separator: "\n")
        case .notOwner(let owner, isDown: false):
            "the \(owner) owns the guests; ask the same there"
        case .notOwner(let owner, isDown: true):
            switch matter {
            case .wakeUps:
                "new wake-ups cannot be set while the guest system, the \(owner), is down; those that are set ring here"
            case .stays:
                "the guest system, the \(owner), is down; this node shows its last copy and changes nothing before it "
                    + "takes the guests over"
            }
        case .unready(let words): "the guests cannot be changed yet: \(words)"
        case .overtaken(let words): "somebody else was in the way (\(words)); look again, and ask again"
        case .unavailable(let words): "this node's database does not answer: \(words)"
        case .database(let words): "the database refused: \(words)"
        }
    }

    /// Whether what was named does not exist.
    fileprivate var isMissing: Bool {
        switch self {
        case .stay(let fault):
            switch fault {
            case .unknownRoom, .unknownStay, .unknownClass, .notAStay: true
            case .notInUse, .isLet, .nobodyStays, .severalStay, .nobodyNamed, .tooManyGuests, .badGuest, .tooLong,
                .notALanguage, .departsBeforeToday, .badCount, .badAttendant:
                false
            }
        case .wakeUps(let refusal):
            refusal.reasons.allSatisfy { reason in
                switch reason {
                case .unknownRoom, .unknownWakeUp: true
                case .noRooms, .noTimes, .noDays, .tooManyRooms, .tooManyAtOnce, .notInUse, .nobodyStays, .noPhone,
                    .notInRoom, .notALanguage, .over, .tooFar, .endsBeforeItBegins, .clash, .roomIsFull,
                    .houseIsFull, .isCancelled, .isOver, .nothingToCancel, .isUnderWay:
                    false
                }
            }
        case .notOwner, .unready, .overtaken, .unavailable, .database: false
        }
    }
}

extension ConsoleFailure {
    /// What a refused request about guests means to the one who asked.
    package init(_ failure: GuestFailure, on matter: GuestMatter) {
        let words = failure.words(on: matter)
        switch failure {
        case .stay, .wakeUps: self = failure.isMissing ? .notFound(words) : .invalid(words)
        case .notOwner, .unready, .overtaken, .database: self = .refused(words)
        case .unavailable: self = .unavailable(words)
        }
    }
}
