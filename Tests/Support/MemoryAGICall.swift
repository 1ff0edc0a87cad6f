import Ports
import Synchronization
import Wire

/// A call in memory: its caller presses the keys that a test says, and what was said is kept.
package final class MemoryAGICall: AGICallPort {
    private struct State {
        var commands: [AGICommand] = []
        var variables: [String: String] = [:]
        var isAnswered = false
        var keys: [String]
        var early: [String: Character] = [:]
        var commandsLeft: Int?
    }

    package let environment: AGIEnvironment
    private let state: Mutex<State>

    /// - Parameters:
    ///   - arguments: what the dialplan gave: feature, extension, room, digits, call id, whether it came from the peer.
    ///   - keys: what the caller presses, each time that digits are taken; nothing more afterwards.
    package init(script: String = "feature", _ arguments: [String], keys: [String] = []) {
        var values = ["network": "yes", "network_script": script]
        for (place, argument) in arguments.enumerated() { values["arg_\(place + 1)"] = argument }
        environment = AGIEnvironment(values)
        state = Mutex(State(keys: keys))
    }

    // MARK: What a test does and sees

    /// The caller presses a key while a sound is played, the first time that it is played so that a key ends it.
    package func press(_ key: Character, during sound: String) { state.withLock { $0.early[sound] = key } }

    /// The caller hangs up after so many commands.
    package func hangUp(after count: Int) { state.withLock { $0.commandsLeft = count } }

    /// Everything that was asked for, without variables.
    package var said: [AGICommand] {
        state.withLock { state in
            state.commands.filter { command in
                if case .setVariable = command { false } else { true }
            }
        }
    }

    package var commands: [AGICommand] { state.withLock { $0.commands } }

    package var variables: [String: String] { state.withLock { $0.variables } }

    package var isAnswered: Bool { state.withLock { $0.isAnswered } }

    // MARK: The door

    package func ask(_ command: AGICommand) async throws(AGIFailure) -> AGIReply {
        let result: Result<AGIReply, AGIFailure> = state.withLock { state in
            if let left = state.commandsLeft {
                guard left > 0 else { return .failure(.hungUp) }
                state.commandsLeft = left - 1
            }
            state.commands.append(command)
            return .success(Self.reply(to: command, &state))
        }
        return try result.get()
    }

    private static func reply(to command: AGICommand, _ state: inout State) -> AGIReply {
        func key(during sound: String, _ keys: String) -> AGIReply {
            guard let key = state.early[sound], keys.contains(key), let code = key.asciiValue else {
                return AGIReply(code: AGIReply.done, result: "0")
            }
            state.early[sound] = nil
            return AGIReply(code: AGIReply.done, result: String(code))
        }
        switch command {
        case .answer: state.isAnswered = true
        case .setVariable(let name, let value): state.variables[name] = value
        case .play(let sound, let keys): return key(during: sound, keys)
        case .takeDigits(_, _, let digitsMax):
            guard !state.keys.isEmpty else { return AGIReply(code: AGIReply.done, result: "", note: "timeout") }
            let pressed = state.keys.removeFirst().prefix { $0 != "#" }
            return AGIReply(code: AGIReply.done, result: String(pressed.prefix(digitsMax)))
        case .hangUp, .sayDigits, .sayNumber, .sayTime, .note: break
        }
        return AGIReply(code: AGIReply.done, result: "0")
    }
}
