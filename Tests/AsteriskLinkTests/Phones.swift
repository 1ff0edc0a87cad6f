import AsteriskTestKit
import Vocabulary
import Wire

/// The phones of the kit's script, and calls to them.
enum Phones {
    @Sendable static func prepare(_ instance: AsteriskInstance) throws {
        try instance.append(PhoneScript.endpoints(at: instance.place), to: "pjsip.conf")
        try instance.append(PhoneScript.dialplan, to: "extensions.conf")
    }

    static func order(
        _ extensionNumber: String, then target: String = "hold", ringTime: Duration = .seconds(1)
    ) -> OriginateOrder {
        OriginateOrder(
            channel: "PJSIP/\(extensionNumber)", callID: "call-\(UInt32.random(in: 0...UInt32.max))",
            context: "calls", extensionNumber: target, callerID: "Wake-up <7>", ringTime: ringTime)
    }
}
