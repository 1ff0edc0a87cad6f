import Vocabulary
import Wire

/// Which phones registered here, when each last did, and of whom the peer has yet to be told.
///
/// Asterisk tells when a contact expires and not when it was made; the longest time that was ever left to one is how
/// long its registration lasts, and so the last one is known.
struct RegistrationBook: Sendable, Equatable {
    /// Two registrations closer together than this are no move: some phones register with both servers at once.
    static let moveMin = Duration.seconds(2)
    /// Phones of which the peer may have yet to be told; of more the oldest are let go.
    static let untoldMax = 2_000

    /// A phone, whatever its contact is called.
    struct Phone: Sendable, Hashable {
        let endpoint: String
        let host: String
    }

    private struct Contact: Sendable, Equatable {
        /// Seconds.
        var lasts: Int64
    }

    /// By their ids; nil before the first look.
    private var contacts: [String: Contact]?
    private var untold: [Phone: Instant] = [:]

    /// Asterisk was looked at. Contacts that are new since the last look are phones that registered anew; at the first
    /// look nobody is.
    mutating func looked(_ present: [ContactDetail], at now: Instant, wallTime: WallTime) {
        let former = contacts
        var next: [String: Contact] = [:]
        for contact in present {
            guard let id = contact.id, let left = Self.left(contact, wallTime) else { continue }
            next[id] = Contact(lasts: max(left, former?[id]?.lasts ?? 0))
            guard let former, former[id] == nil, let host = contact.phoneHost else { continue }
            untold[Phone(endpoint: contact.endpoint, host: host)] = now
        }
        contacts = next
        while untold.count > Self.untoldMax, let oldest = untold.min(by: { $0.value < $1.value }) {
            untold[oldest.key] = nil
        }
    }

    /// Asterisk cannot be looked at: the next look is a first one.
    mutating func lost() { contacts = nil }

    /// What the peer is to be told now.
    func news(at now: Instant) -> [ControlRequest.Registered.Phone] {
        untold.sorted { $0.value < $1.value }.prefix(ControlRequest.Registered.phonesMax).compactMap { phone, at in
            ControlRequest.Registered.Phone(
                endpoint: phone.endpoint, host: phone.host,
                ageMilliseconds: UInt32(clamping: Int64((now - at).milliseconds)))
        }
    }

    /// The peer knows of these.
    mutating func told(_ phones: [ControlRequest.Registered.Phone]) {
        for phone in phones { untold[Phone(endpoint: phone.endpoint, host: phone.host)] = nil }
    }

    /// Those of an endpoint's contacts that the phone left behind here when it registered with the peer.
    func leftBehind(
        _ contacts: [ContactDetail], by phone: ControlRequest.Registered.Phone, wallTime: WallTime
    ) -> [String] {
        contacts.compactMap { contact in
            guard let id = contact.id, contact.phoneHost == phone.host, let expires = contact.expires,
                let left = Self.left(contact, wallTime)
            else { return nil }
            let lasts = max(left, self.contacts?[id]?.lasts ?? 0)
            let registered = WallTime(microseconds: (expires - lasts) * 1_000_000)
            let age = wallTime - registered
            return age > .milliseconds(Int64(phone.ageMilliseconds)) + Self.moveMin ? id : nil
        }
    }

    /// A contact was taken away; when it comes again, it is new.
    mutating func removed(_ id: String) { contacts?[id] = nil }

    private static func left(_ contact: ContactDetail, _ wallTime: WallTime) -> Int64? {
        contact.expires.map { max(0, $0 - wallTime.rawValue / 1_000_000) }
    }
}
