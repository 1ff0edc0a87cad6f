import Ports
import Vocabulary

/// Whose word a list of guests is, where it is not this node's own.
enum GuestListNote {
    /// nil where this node owns the guests.
    static func words<Line>(_ list: GuestList<Line>) -> String? {
        guard let owner = list.owner else { return "Nobody is known to own the guests; this may be old." }
        guard list.isCopy else { return nil }
        let age = list.ageSeconds.map { "as of \(Span.words(seconds: $0)) ago" } ?? "of unknown age"
        return "A copy, \(age): the \(owner) owns the guests."
    }
}
