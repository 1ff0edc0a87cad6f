/// What Asterisk says of a call that it was asked to make: `OriginateResponse`. Of a failure it says next to nothing.
package struct OriginateResult: Sendable, Hashable {
    /// The id that the call was given.
    package let callID: String
    package let isSuccess: Bool
    /// 4 answered, 3 no answer in time, 0 nearly everything else.
    package let reason: Int

    package init(callID: String, isSuccess: Bool, reason: Int) {
        self.callID = callID
        self.isSuccess = isSuccess
        self.reason = reason
    }

    init?(_ message: AMIMessage) {
        guard let id = message["Uniqueid"], let response = message["Response"] else { return nil }
        self.init(callID: id, isSuccess: response == "Success", reason: message["Reason"].flatMap { Int($0) } ?? 0)
    }
}
