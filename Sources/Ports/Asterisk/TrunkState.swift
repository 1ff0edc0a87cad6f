import Vocabulary
import Wire

/// How a trunk stands, as Asterisk's last probe of it found.
package enum TrunkState: Sendable, Hashable {
    /// The other end answered the probe as it should.
    case reachable(roundTrip: Duration?)
    /// It did not answer, or refused: also a wrong secret looks like this.
    case unreachable
    /// No probe has ended yet, or none is made.
    case unknown
    /// Asterisk knows no such endpoint, or the endpoint has nowhere to call.
    case missing

    /// - Parameter contacts: those of the trunk's endpoint, nil where there is no endpoint.
    package init(contacts: [ContactDetail]?) {
        guard let contacts, !contacts.isEmpty else {
            self = .missing
            return
        }
        if let best = contacts.first(where: { $0.status == .reachable }) {
            self = .reachable(roundTrip: best.roundTrip)
        } else {
            self = contacts.contains { $0.status == .unreachable } ? .unreachable : .unknown
        }
    }
}
