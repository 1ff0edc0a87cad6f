import Vocabulary

extension AMIAction {
    /// Calls a channel and, once it answers, lets it go on at a place of the dialplan. The answer says only that the
    /// call was queued; the outcome is found by ``OriginateBook``.
    package static func originate(_ order: OriginateOrder) -> AMIAction {
        var fields = [
            AMIField("Channel", order.channel), AMIField("ChannelId", order.callID),
            AMIField("Context", order.context), AMIField("Exten", order.extensionNumber), AMIField("Priority", "1"),
            AMIField("Timeout", "\(Int(order.ringTime.milliseconds))"), AMIField("Async", "true"),
        ]
        if let caller = order.callerID { fields.append(AMIField("CallerID", caller)) }
        fields += order.variables.map { AMIField("Variable", "\($0.name)=\(argument($0.value))") }
        return AMIAction("Originate", fields)
    }

    /// A value of a variable: Asterisk takes a comma in it for the end and for the beginning of the next variable, and
    /// quotes and backslashes for no part of it, unless a backslash stands before them.
    private static func argument(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            if ",\"\\".contains(character) { text.append("\\") }
            text.append(character)
        }
    }
}
