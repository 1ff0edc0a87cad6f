import Vocabulary

/// A line of the ledger of wake-ups, for the audience.
struct WakeUpStory: Sendable, Hashable {
    let node: Mode?
    /// By the hotel's clock.
    let time: String
    let event: String

    var words: String { "\(time) \(node.map { "\($0)" } ?? "somebody"): \(meaning)" }

    private var meaning: String {
        switch event {
        case "set": "the guest is to be woken"
        case "handed-over": "the Secondary is not heard, so it rings in its stead"
        case "claimed": "claims the call"
        case "rang": "the phone rings"
        case "answered": "the guest has answered"
        default: event
        }
    }
}
