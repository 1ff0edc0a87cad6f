import HotelLogic
import Vocabulary

/// A caller in front of a menu: presses keys, and answers for the house.
struct Keypad {
    private(set) var said: [MenuPrompt] = []
    private(set) var requests: [MenuRequest] = []
    private(set) var ending: MenuEnding?

    /// Takes a caller through a menu.
    ///
    /// - Parameters:
    ///   - keys: what is pressed each time that the menu listens; nothing more afterwards.
    ///   - house: the answer to each request.
    init(_ menu: some MenuMachine, keys: [String] = [], _ house: (MenuRequest) -> MenuAnswer) {
        var menu = menu
        var keys = keys[...]
        var step = menu.began()
        for _ in 0..<100 {
            switch step {
            case .listen(let prompts, _):
                said += prompts
                step = menu.heard(keys.popFirst() ?? "")
            case .ask(let request):
                requests.append(request)
                step = menu.answered(house(request))
            case .end(let prompts, let ending):
                said += prompts
                self.ending = ending
                return
            }
        }
    }

    /// Whether these were said, one after another.
    func heard(_ prompts: [MenuPrompt]) -> Bool { said.firstRange(of: prompts) != nil }
}
