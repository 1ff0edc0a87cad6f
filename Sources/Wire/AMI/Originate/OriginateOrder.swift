import Vocabulary

/// A call that Asterisk is to make.
package struct OriginateOrder: Sendable, Hashable {
    /// Whom to call: a contact or a trunk, such as `PJSIP/201`. Never a `Local` channel that may end in a voicemail
    /// box, since a box answers too.
    package let channel: String
    /// The call's own id, unique for ever; its events are found by it.
    package let callID: String
    /// Where the call goes on in the dialplan once it is answered.
    package let context: String
    package let extensionNumber: String
    /// What the phone shows, as `Name <number>`.
    package let callerID: String?
    /// Set on the channel; `__` before a name hands it down.
    package let variables: [AMIField]
    /// How long it may ring.
    package let ringTime: Duration

    package init(
        channel: String, callID: String, context: String, extensionNumber: String, callerID: String? = nil,
        variables: [AMIField] = [], ringTime: Duration
    ) {
        self.channel = channel
        self.callID = callID
        self.context = context
        self.extensionNumber = extensionNumber
        self.callerID = callerID
        self.variables = variables
        self.ringTime = ringTime
    }
}
