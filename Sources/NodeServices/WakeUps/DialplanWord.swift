import HotelLogic
import Vocabulary

/// What the dialplan says of a wake-up call: at once by an event, and in Asterisk's database for a daemon that does not
/// hear it.
enum DialplanWord: Sendable, Hashable {
    /// The family of Asterisk's database that holds such words, by the names of the calls.
    static let family = "wake-up"
    /// The event's name.
    static let event = "WakeUp"

    /// Somebody took the call, and perhaps pressed a key, at that moment; at the desk after so many rooms had been read
    /// out.
    case taken(key: Character?, at: WallTime?, roomsCount: Int)
    case busy
    case declined
    case noAnswer
    case unreachable

    /// `answered`, `answered:1:1732608000`, `answered:1:1732608000:10` (in releases before without the moment), `busy`,
    /// `declined`, `noanswer`, `unavailable`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        switch (parts[0], parts.count) {
        case ("answered", 1): self = .taken(key: nil, at: nil, roomsCount: 0)
        case ("answered", 2...4) where parts[1].count == 1:
            let numbers = parts.dropFirst(2).compactMap { UInt32($0) }
            guard numbers.count == parts.count - 2 else { return nil }
            self = .taken(
                key: parts[1].first, at: numbers.first.map { WallTime(microseconds: Int64($0) * 1_000_000) },
                roomsCount: Int(numbers.dropFirst().first ?? 0))
        case ("busy", 1): self = .busy
        case ("declined", 1): self = .declined
        case ("noanswer", 1): self = .noAnswer
        case ("unavailable", 1): self = .unreachable
        default: return nil
        }
    }

    /// Why nobody was woken; nil where somebody took the call.
    var failure: AttemptFailure? {
        switch self {
        case .taken: nil
        case .busy: .busy
        case .declined: .declined
        case .noAnswer: .noAnswer
        case .unreachable: .unreachable
        }
    }
}
