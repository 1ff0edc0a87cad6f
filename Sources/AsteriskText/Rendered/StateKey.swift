import Vocabulary

/// A place in Asterisk's own database from which the dialplan reads what changes from minute to minute.
///
/// These are pushed by the daemon, again after every start of Asterisk, and are never rendered.
package struct StateKey: Sendable, Hashable {
    package let family: String
    package let key: String

    private init(_ family: String, _ key: String) {
        self.family = family
        self.key = key
    }

    /// The name that a room's phones show when they call inside.
    package static func roomName(_ room: RoomNumber) -> StateKey { StateKey("room/\(room)", "name") }
    /// The code of the class a room has now; `0` is closed: no call outside but for help.
    package static func roomClass(_ room: RoomNumber) -> StateKey { StateKey("room/\(room)", "class") }
    /// `on`, or nothing.
    package static func roomDoNotDisturb(_ room: RoomNumber) -> StateKey { StateKey("room/\(room)", "dnd") }
    /// `open` while the room's voicemail box takes messages, or nothing.
    package static func roomBox(_ room: RoomNumber) -> StateKey { StateKey("room/\(room)", "box") }
    /// `on`, or nothing.
    package static func staffDoNotDisturb(_ number: ExtensionNumber) -> StateKey { StateKey("staff/\(number)", "dnd") }
    /// The number that calls are forwarded to; the occasion is `always`, `busy`, `no-answer` or `unreachable`.
    package static func forwarding(_ number: ExtensionNumber, _ occasion: String) -> StateKey {
        StateKey("forward/\(number)", occasion)
    }
    /// `primary` or `secondary`: the owner of the guest scope, to whom feature codes go.
    package static let guestOwner = StateKey("owner", "guest")
    /// When the daemon was last alive, in seconds since 1970; features are not tried on one that was not for 15 s.
    package static let daemonSeen = StateKey("daemon", "seen")
    /// Written by the dialplan: when somebody last called for help, a colon, and from which extension.
    package static let emergencyCallBack = StateKey("emergency", "back")
}

extension StateKey: Comparable {
    package static func < (left: StateKey, right: StateKey) -> Bool {
        (left.family, left.key) < (right.family, right.key)
    }
}
