import Vocabulary

/// The menu of messages: how many wait at the desk, and the ways to the voicemail box and to the desk.
package struct MessageMenuMachine: MenuMachine, Equatable {
    private var ways: Set<MenuEnding> = []
    private let hasDesk: Bool

    package init(caller: MenuCaller) { hasDesk = !caller.isFromPeer }

    package mutating func began() -> MenuStep { .ask(.messages) }

    package mutating func heard(_ digits: String) -> MenuStep {
        switch digits {
        case "1" where ways.contains(.voicemail): .end([], .voicemail)
        case "0" where ways.contains(.desk): .end([], .desk)
        default: .end([.sound(.goodbye)], .done)
        }
    }

    package mutating func answered(_ answer: MenuAnswer) -> MenuStep {
        switch answer {
        case .refused(let refusal): return regret(refusal)
        case .done, .wakeUps, .wakeUpSet, .cancelled: return .end([.sound(.goodbye)], .done)
        case .messages(let waiting, let hasBox):
            var prompts: [MenuPrompt] = [
                .sound(.youHave), waiting > 0 ? .number(waiting) : .sound(.no), .sound(.messages),
            ]
            if hasBox {
                ways.insert(.voicemail)
                prompts.append(.sound(.pressOneForMessages))
            }
            if hasDesk {
                ways.insert(.desk)
                prompts.append(.sound(.pressZeroForDesk))
            }
            return ways.isEmpty ? .end(prompts + [.sound(.goodbye)], .done) : .listen(prompts, digitsMax: 1)
        }
    }
}
