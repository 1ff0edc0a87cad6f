import Vocabulary

/// What the rules say of one moment.
struct Judgement: Sendable, Hashable {
    let state: PeerState
    /// Zero is well; a graver state is believed at once, a lesser one only when it lasts.
    let gravity: Int
    /// The observations behind it, the decisive one first.
    let reasons: [String]
}
