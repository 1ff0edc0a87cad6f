import Vocabulary

/// The menu of wake-ups: reads out what is set, cancels it, takes a time, reads it back and sets it.
package struct WakeUpMenuMachine: MenuMachine, Equatable {
    /// How often a time may be entered wrongly.
    package static let triesMax = 3
    /// The most wake-ups that are read out.
    package static let readMax = 6

    /// What the caller dialled.
    package enum Wish: Sendable, Hashable {
        /// The whole menu.
        case choose
        /// A time, dialled with the code; none is asked for.
        case set(String)
        case cancelAll
    }

    private enum State: Sendable, Hashable {
        case beginning(Wish)
        case looking
        /// The first of these was read out.
        case reading([MenuWakeUp])
        /// The first of these is being cancelled.
        case cancelling([MenuWakeUp])
        case cancellingAll
        case choosing
        case entering(triesLeft: Int)
        case confirming(TimeOfDay, triesLeft: Int)
        case setting
        case over
    }

    private var state: State
    private let hasDesk: Bool

    package init(_ wish: Wish, caller: MenuCaller) {
        state = .beginning(wish)
        hasDesk = !caller.isFromPeer
    }

    // MARK: Inputs

    package mutating func began() -> MenuStep {
        guard case .beginning(let wish) = state else { return end([]) }
        switch wish {
        case .choose:
            state = .looking
            return .ask(.wakeUps)
        case .set(""): return enter(triesLeft: Self.triesMax)
        case .set(let digits):
            guard let time = Self.time(digits) else { return enter([.sound(.tryAgain)], triesLeft: Self.triesMax) }
            return set(time)
        case .cancelAll:
            state = .cancellingAll
            return .ask(.cancelAllWakeUps)
        }
    }

    package mutating func heard(_ digits: String) -> MenuStep {
        switch state {
        case .beginning, .looking, .cancelling, .cancellingAll, .setting, .over: return end([])
        case .reading(let left): return decide(digits, left)
        case .choosing:
            switch digits {
            case "1": return enter(triesLeft: Self.triesMax)
            case "0" where hasDesk: return end([], .desk)
            default: return end([.sound(.goodbye)])
            }
        case .entering(let triesLeft):
            if digits.contains("*") { return end([.sound(.cancelled), .sound(.goodbye)]) }
            if digits == "0", hasDesk { return end([], .desk) }
            guard let time = Self.time(digits) else { return again([.sound(.tryAgain)], triesLeft) }
            state = .confirming(time, triesLeft: triesLeft)
            return .listen(
                [
                    .sound(.youEntered), .time(time), .sound(.pressForCorrect), .digits("1"),
                    .sound(.pressStarToCancel),
                ], digitsMax: 1)
        case .confirming(let time, let triesLeft):
            switch digits {
            case "1": return set(time)
            case "*": return end([.sound(.cancelled), .sound(.goodbye)])
            case "0" where hasDesk: return end([], .desk)
            default: return again([], triesLeft)
            }
        }
    }

    package mutating func answered(_ answer: MenuAnswer) -> MenuStep {
        switch (state, answer) {
        case (_, .refused(let refusal)):
            state = .over
            return regret(refusal)
        case (.looking, .wakeUps(let wakeUps)):
            if wakeUps.isEmpty { return enter(triesLeft: Self.triesMax) }
            return read(Array(wakeUps.prefix(Self.readMax)))
        case (.cancelling(let left), .cancelled):
            return read(Array(left.dropFirst()), [.sound(.cancelled)])
        case (.cancellingAll, .cancelled(let count)):
            return end(count == 0 ? [.sound(.time), .sound(.disabled)] : [.sound(.cancelled)])
        case (.setting, .wakeUpSet(let time, let day)):
            let said: [MenuPrompt]
            switch day {
            case .today: said = [.sound(.today)]
            case .tomorrow: said = [.sound(.tomorrow)]
            case .later: said = []
            }
            return end([.sound(.time), .sound(.isSetTo), .time(time)] + said + [.sound(.goodbye)])
        case (_, .done), (_, .wakeUps), (_, .wakeUpSet), (_, .cancelled), (_, .messages):
            return end([.sound(.goodbye)])
        }
    }

    // MARK: Inside

    /// Three or four digits as a time: `730` and `0730` are the same.
    static func time(_ digits: String) -> TimeOfDay? {
        guard (3...4).contains(digits.utf8.count) else { return nil }
        return try? TimeOfDay(digits.utf8.count == 3 ? "0" + digits : digits)
    }

    /// Reads the first of these out, or asks for a new one behind the last.
    private mutating func read(_ left: [MenuWakeUp], _ before: [MenuPrompt] = []) -> MenuStep {
        guard let first = left.first else {
            state = .choosing
            return .listen(before + [.sound(.pressOneToEnter)] + desk, digitsMax: 1)
        }
        state = .reading(left)
        return .listen(
            before + [.sound(.time), .sound(.isSetTo), .time(first.time), .sound(.pressStarToCancel)], digitsMax: 1)
    }

    private mutating func decide(_ digits: String, _ left: [MenuWakeUp]) -> MenuStep {
        switch (digits, left.first) {
        case ("*", .some(let first)):
            state = .cancelling(left)
            return .ask(.cancelWakeUp(first.id))
        case ("1", _): return enter(triesLeft: Self.triesMax)
        case ("0", _) where hasDesk: return end([], .desk)
        default: return read(Array(left.dropFirst()))
        }
    }

    private mutating func enter(_ before: [MenuPrompt] = [], triesLeft: Int) -> MenuStep {
        state = .entering(triesLeft: triesLeft)
        return .listen(before + [.sound(.time), .sound(.beep)], digitsMax: 4)
    }

    private mutating func again(_ before: [MenuPrompt], _ triesLeft: Int) -> MenuStep {
        guard triesLeft > 1 else { return end([.sound(.sorry), .sound(.goodbye)]) }
        return enter(before, triesLeft: triesLeft - 1)
    }

    private mutating func set(_ time: TimeOfDay) -> MenuStep {
        state = .setting
        return .ask(.setWakeUp(time))
    }

    private var desk: [MenuPrompt] { hasDesk ? [.sound(.pressZeroForDesk)] : [] }

    private mutating func end(_ prompts: [MenuPrompt], _ ending: MenuEnding = .done) -> MenuStep {
        state = .over
        return .end(prompts, ending)
    }
}
