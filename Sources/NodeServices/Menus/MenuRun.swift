import HotelLogic
import Ports
import Vocabulary
import Wire

/// One caller at one menu: says what the machine wants said, brings it the digits and the house's answers.
///
/// Before each thing the channel's end is moved on, by as long as the thing may take: should this daemon stand still,
/// the dialplan takes the caller back.
struct MenuRun {
    /// The most steps of one call; nobody needs so many.
    static let stepsMax = 100
    /// How long a caller may take to press a key.
    static let patience = Duration.seconds(6)
    /// How long the house may take for an answer.
    static let answerMax = Duration.seconds(8)
    /// How much later than it should be over a thing is given up by the dialplan.
    static let margin = Duration.seconds(3)

    let call: any AGICallPort
    let desk: any MenuDeskPort
    let caller: MenuCaller
    private var language = MenuLanguage.english

    init(call: any AGICallPort, desk: any MenuDeskPort, caller: MenuCaller) {
        self.call = call
        self.desk = desk
        self.caller = caller
    }

    /// Takes the caller through the menu; how it ended.
    mutating func run(_ menu: some MenuMachine) async throws(AGIFailure) -> MenuEnding {
        var menu = menu
        try await order(.answer)
        try await speak(await desk.language(of: caller))
        var step = menu.began()
        for _ in 0..<Self.stepsMax {
            switch step {
            case .listen(let prompts, let digitsMax):
                step = menu.heard(try await listen(to: prompts, digitsMax: digitsMax))
            case .ask(let request):
                try await move(endBy: Self.answerMax)
                step = menu.answered(await desk.answer(request, of: caller))
            case .end(let prompts, let ending):
                for prompt in prompts where try await say(prompt, endedBy: "") != nil { break }
                return ending
            }
        }
        return .done
    }

    // MARK: Inside

    /// Speaks the caller's language from here on, where there are sounds of it.
    private mutating func speak(_ language: String?) async throws(AGIFailure) {
        guard let language = language.flatMap(MenuLanguage.init), language != .english,
            caller.spoken.contains(language)
        else { return }
        self.language = language
        try await order(.setVariable("CHANNEL(language)", language.rawValue))
    }

    /// Says all of it until a key is pressed, and takes the digits. What is pressed during the last sound is not lost.
    private func listen(to prompts: [MenuPrompt], digitsMax: Int) async throws(AGIFailure) -> String {
        var before = prompts[...]
        var last = MenuSound.silence
        if case .sound(let sound) = prompts.last {
            last = sound
            before.removeLast()
        }
        var digits = ""
        for prompt in before {
            guard let key = try await say(prompt, endedBy: AGICommand.keys) else { continue }
            if key == "#" { return "" }
            digits.append(key)
            last = .silence
            break
        }
        guard digits.count < digitsMax else { return digits }
        let reply = try await order(
            .takeDigits(sound: last.rawValue, patience: Self.patience, digitsMax: digitsMax - digits.count))
        guard reply.isDone else { throw .hungUp }
        return digits + reply.result.filter { AGICommand.keys.contains($0) }
    }

    /// Says one thing; the key that ended it, where one did. A sound that is not there is passed over.
    private func say(_ prompt: MenuPrompt, endedBy keys: String) async throws(AGIFailure) -> Character? {
        let command: AGICommand =
            switch prompt {
            case .sound(let sound): .play(sound: sound.rawValue, endedBy: keys)
            case .time(let time): .sayTime(time, format: language.timeFormat, endedBy: keys)
            case .digits(let digits): .sayDigits(digits, endedBy: keys)
            case .number(let number): .sayNumber(number, endedBy: keys)
            }
        return try await order(command).key
    }

    @discardableResult
    private func order(_ command: AGICommand) async throws(AGIFailure) -> AGIReply {
        try await move(endBy: command.longest + Self.margin)
        let reply = try await call.ask(command)
        guard reply.code != AGIReply.deadChannel else { throw .hungUp }
        return reply
    }

    /// Moves the channel's end on, so far from now.
    private func move(endBy duration: Duration) async throws(AGIFailure) {
        let seconds = String(duration.components.seconds)
        let reply = try await call.ask(.setVariable("TIMEOUT(absolute)", seconds))
        guard reply.code != AGIReply.deadChannel else { throw .hungUp }
    }
}
