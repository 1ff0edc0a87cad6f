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
        fields += order.variables.map { AMIField("Variable", "\($0.name)=\($0.value)") }
        return AMIAction("Originate", fields)
    }
}
