import Vocabulary

/// The shortest of menus: one thing is switched on or off, and said.
package struct SwitchMenuMachine: MenuMachine, Equatable {
    private let request: MenuRequest
    private let said: [MenuPrompt]

    private init(_ request: MenuRequest, _ said: [MenuPrompt]) {
        self.request = request
        self.said = said
    }

    package static func doNotDisturb(_ isOn: Bool) -> SwitchMenuMachine {
        SwitchMenuMachine(
            .setDoNotDisturb(isOn), [.sound(.doNotDisturb), .sound(isOn ? .activated : .deactivated)])
    }

    /// - Parameter target: the number that was dialled behind the code; an empty one turns forwarding off.
    package static func forward(to target: String) -> SwitchMenuMachine {
        target.isEmpty
            ? SwitchMenuMachine(.forward(to: nil), [.sound(.forwarding), .sound(.deactivated)])
            : SwitchMenuMachine(.forward(to: target), [.sound(.forwarding), .sound(.isSetTo), .digits(target)])
    }

    package mutating func began() -> MenuStep { .ask(request) }

    package mutating func heard(_ digits: String) -> MenuStep { .end([], .done) }

    package mutating func answered(_ answer: MenuAnswer) -> MenuStep {
        switch answer {
        case .refused(let refusal): regret(refusal)
        case .done, .wakeUps, .wakeUpSet, .cancelled, .messages: .end(said, .done)
        }
    }
}
