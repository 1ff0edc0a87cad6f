/// What the events of a channel say of it.
package struct ChannelFacts: Sendable, Hashable {
    package let channel: String
    /// The channel's own id, and the id of the call that it belongs to.
    package let id: String
    package let callID: String
    package let state: ChannelState
    package let callerNumber: String
    package let context: String
    package let extensionNumber: String

    package init(
        channel: String, id: String, callID: String, state: ChannelState, callerNumber: String = "",
        context: String = "", extensionNumber: String = ""
    ) {
        self.channel = channel
        self.id = id
        self.callID = callID
        self.state = state
        self.callerNumber = callerNumber
        self.context = context
        self.extensionNumber = extensionNumber
    }

    package init?(_ message: AMIMessage) {
        guard let channel = message["Channel"], let id = message["Uniqueid"] else { return nil }
        self.init(
            channel: channel, id: id, callID: message["Linkedid"] ?? id,
            state: ChannelState(code: message["ChannelState"].flatMap { Int($0) }),
            callerNumber: message["CallerIDNum"] ?? "", context: message["Context"] ?? "",
            extensionNumber: message["Exten"] ?? "")
    }
}
