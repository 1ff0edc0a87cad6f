import Ports
import Synchronization
import Vocabulary

/// Voicemail boxes in memory: messages are the moments at which they were recorded.
package final class MemoryVoicemail: VoicemailPort {
    /// The state, all of it.
    package struct State: Sendable {
        package var boxes: [ExtensionNumber: [WallTime]] = [:]
        package var lamps: Set<ExtensionNumber> = []
        package var failure: VoicemailFailure?
        /// Boxes of which nothing can be taken, and why.
        package var stuck: [ExtensionNumber: VoicemailFailure] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Reads the state, or changes it.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    /// When the messages of a box were recorded; nil of one that never had any.
    package func messages(in box: ExtensionNumber) -> [WallTime]? { state.withLock { $0.boxes[box] } }

    package var lit: Set<ExtensionNumber> { state.withLock { $0.lamps } }

    package func empty(_ box: ExtensionNumber, before moment: WallTime) throws(VoicemailFailure) -> Bool {
        try requireHealth(of: box)
        return state.withLock { !Self.take(box, before: moment, &$0).isEmpty }
    }

    package func move(
        _ box: ExtensionNumber, to target: ExtensionNumber, before moment: WallTime
    ) throws(VoicemailFailure) -> Bool {
        try requireHealth(of: box)
        return state.withLock { state in
            let taken = Self.take(box, before: moment, &state)
            state.boxes[target, default: []] += taken
            return !taken.isEmpty
        }
    }

    package func lamps() throws(VoicemailFailure) -> Set<ExtensionNumber> {
        try requireHealth()
        return state.withLock { $0.lamps }
    }

    package func setLamp(_ lamp: ExtensionNumber, isOn: Bool) throws(VoicemailFailure) {
        try requireHealth()
        state.withLock { state in
            if isOn { state.lamps.insert(lamp) } else { state.lamps.remove(lamp) }
        }
    }

    private static func take(
        _ box: ExtensionNumber, before moment: WallTime, _ state: inout State
    ) -> [WallTime] {
        let taken = (state.boxes[box] ?? []).filter { $0 <= moment }
        state.boxes[box]?.removeAll { $0 <= moment }
        return taken
    }

    private func requireHealth(of box: ExtensionNumber) throws(VoicemailFailure) {
        try requireHealth()
        if let failure = state.withLock({ $0.stuck[box] }) { throw failure }
    }

    private func requireHealth() throws(VoicemailFailure) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}
