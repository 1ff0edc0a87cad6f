import Vocabulary

/// The menu of housekeeping: who reports, how the room is, read back and confirmed. From a phone of no room it asks for
/// the room first.
package struct RoomStatusMenuMachine: MenuMachine, Equatable {
    /// How often a digit may be entered wrongly.
    package static let triesMax = 3

    private enum State: Sendable, Hashable {
        case beginning(String)
        case naming
        case signing(RoomNumber?)
        case choosing(RoomNumber?, attendant: String, triesLeft: Int)
        case confirming(RoomNumber?, Housekeeping, triesLeft: Int)
        case reporting
        case over
    }

    private var state: State
    private let hasRoom: Bool

    /// - Parameter digits: what was dialled behind the code: the state, then who reports it.
    package init(digits: String = "", caller: MenuCaller) {
        state = .beginning(digits)
        hasRoom = caller.room != nil
    }

    /// The states by the digits that are dialled for them.
    package static func status(_ digit: String) -> Housekeeping.Status? {
        switch digit {
        case "1": .clean
        case "2": .dirty
        case "3": .inspected
        case "4": .inService
        case "5": .outOfOrder
        default: nil
        }
    }

    // MARK: Inputs

    package mutating func began() -> MenuStep {
        guard case .beginning(let digits) = state else { return end([]) }
        if hasRoom, let status = Self.status(String(digits.prefix(1))) {
            let attendant = digits.dropFirst().prefix(Housekeeping.attendantLengthMax)
            return report(Housekeeping(status, attendant: attendant.isEmpty ? nil : String(attendant)), nil)
        }
        guard hasRoom else {
            state = .naming
            return .listen([.sound(.location), .sound(.beep)], digitsMax: RoomNumber.lengthMax)
        }
        return sign(nil)
    }

    package mutating func heard(_ digits: String) -> MenuStep {
        switch state {
        case .beginning, .reporting, .over: return end([])
        case .naming:
            guard let room = try? RoomNumber(digits) else { return end([.sound(.sorry), .sound(.goodbye)]) }
            return sign(room)
        case .signing(let room):
            if digits.contains("*") { return end([.sound(.cancelled), .sound(.goodbye)]) }
            return choose(room, digits, triesLeft: Self.triesMax)
        case .choosing(let room, let attendant, let triesLeft):
            if digits == "*" { return end([.sound(.cancelled), .sound(.goodbye)]) }
            guard let status = Self.status(digits) else {
                return choose(room, attendant, [.sound(.tryAgain)], triesLeft: triesLeft - 1)
            }
            let housekeeping = Housekeeping(status, attendant: attendant.isEmpty ? nil : attendant)
            state = .confirming(room, housekeeping, triesLeft: triesLeft)
            return .listen(
                [
                    .sound(.youEntered), .digits(digits), .sound(.pressForCorrect), .digits("1"),
                    .sound(.pressStarToCancel),
                ], digitsMax: 1)
        case .confirming(let room, let housekeeping, let triesLeft):
            switch digits {
            case "1": return report(housekeeping, room)
            case "*": return end([.sound(.cancelled), .sound(.goodbye)])
            default: return choose(room, housekeeping.attendant ?? "", triesLeft: triesLeft - 1)
            }
        }
    }

    package mutating func answered(_ answer: MenuAnswer) -> MenuStep {
        state = .over
        switch answer {
        case .refused(let refusal): return regret(refusal)
        case .done, .wakeUps, .wakeUpSet, .cancelled, .messages:
            return .end([.sound(.wasSuccessfully), .sound(.added), .sound(.goodbye)], .done)
        }
    }

    // MARK: Inside

    private mutating func sign(_ room: RoomNumber?) -> MenuStep {
        state = .signing(room)
        return .listen([.sound(.agentNumber)], digitsMax: Housekeeping.attendantLengthMax)
    }

    private mutating func choose(
        _ room: RoomNumber?, _ attendant: String, _ before: [MenuPrompt] = [], triesLeft: Int
    ) -> MenuStep {
        guard triesLeft > 0 else { return end([.sound(.sorry), .sound(.goodbye)]) }
        state = .choosing(room, attendant: attendant, triesLeft: triesLeft)
        return .listen(before + [.sound(.number), .sound(.beep)], digitsMax: 1)
    }

    private mutating func report(_ housekeeping: Housekeeping, _ room: RoomNumber?) -> MenuStep {
        state = .reporting
        return .ask(.report(housekeeping, of: room))
    }

    private mutating func end(_ prompts: [MenuPrompt]) -> MenuStep {
        state = .over
        return .end(prompts, .done)
    }
}
