/// How a call that was placed goes on: `DialState`.
package struct DialProgress: Sendable, Hashable {
    /// The id of the channel that is called.
    package let id: String
    /// `RINGING`, `PROGRESS`, `PROCEEDING`.
    package let status: String

    package init(id: String, status: String) {
        self.id = id
        self.status = status
    }

    init?(_ message: AMIMessage) {
        guard let id = message["DestUniqueid"], let status = message["DialStatus"] else { return nil }
        self.init(id: id, status: status)
    }

    /// Whether the phone was heard to ring, or sends sound of its own.
    package var isRinging: Bool { status == "RINGING" || status == "PROGRESS" }
}
