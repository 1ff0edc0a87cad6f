/// How a menu ends, as the dialplan goes on from there.
package enum MenuEnding: String, Sendable, Hashable, CaseIterable {
    /// All is said.
    case done
    /// The caller wants the desk.
    case desk
    /// The caller wants its voicemail box.
    case voicemail
    /// This node may not do it; nothing was said.
    case elsewhere
}
