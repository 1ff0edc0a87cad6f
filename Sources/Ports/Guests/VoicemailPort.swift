import Vocabulary

/// The voicemail boxes of rooms on this machine, as Asterisk keeps them. Whatever is done twice is done once.
package protocol VoicemailPort: Sendable {
    /// Deletes what was recorded in a guest's box before a moment, messages and greetings; gives whether there was any.
    func empty(_ box: ExtensionNumber, before moment: WallTime) throws(VoicemailFailure) -> Bool

    /// Moves what was recorded in a guest's box before a moment to another guest's box, behind the messages that are
    /// there; a greeting does not replace one. Gives whether anything was moved.
    func move(
        _ box: ExtensionNumber, to target: ExtensionNumber, before moment: WallTime
    ) throws(VoicemailFailure) -> Bool

    /// The lamps that are lit, by the first phone of their room.
    func lamps() throws(VoicemailFailure) -> Set<ExtensionNumber>

    /// Has a lamp lit, or put out; its phones are told once Asterisk looks.
    func setLamp(_ lamp: ExtensionNumber, isOn: Bool) throws(VoicemailFailure)
}
