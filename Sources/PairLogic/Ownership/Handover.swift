import Vocabulary

/// One giveback on its way to the commit point.
package struct Handover: Sendable, Hashable {
    let origin: ReignOrigin
    /// Until when the present step may take.
    var deadline: Instant
    /// The question that is open, and when it was asked.
    var asked: HandoverQuestion?
    var askedAt: Instant?
    /// What the peer said last of how far it has come.
    var progress: String?
}
