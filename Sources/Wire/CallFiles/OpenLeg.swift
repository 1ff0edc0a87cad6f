import Vocabulary

/// A channel that began and has not ended, as the channel events tell.
package struct OpenLeg: Sendable, Hashable {
    package let uniqueID: String
    package let linkedID: String
    package let channel: String
    package let source: String
    package let destination: String
    package let started: WallTime
    package var answered: WallTime?
    /// When its channel ended; its call record is awaited.
    package var ended: WallTime?
    /// The global call id; nil for a leg that somebody is called by, which has no call record of its own.
    package var callID: String?
    /// The extension that calls, and its room.
    package var caller: String?
    package var room: String?
    /// The trunk that the call leaves by.
    package var trunk: String?

    package init(
        uniqueID: String, linkedID: String, channel: String, source: String, destination: String, started: WallTime,
        answered: WallTime? = nil
    ) {
        self.uniqueID = uniqueID
        self.linkedID = linkedID
        self.channel = channel
        self.source = source
        self.destination = destination
        self.started = started
        self.answered = answered
    }
}
