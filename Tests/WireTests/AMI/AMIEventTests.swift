import Testing
import Vocabulary

@testable import Wire

struct AMIEventTests {
    @Test func `events become values`() throws {
        #expect(try AMISamples.event(AMISamples.booted) == .fullyBooted)
        #expect(
            try AMISamples.event(AMISamples.originateResponse)
                == .originated(OriginateResult(callID: "id-105", isSuccess: false, reason: 0)))
        let channel = ChannelFacts(
            channel: "PJSIP/104-00000005", id: "id-104", callID: "id-104", state: .ringing, callerNumber: "<unknown>",
            context: "calls", extensionNumber: "s")
        #expect(
            try AMISamples.event(AMISamples.hangup)
                == .channelEnded(ChannelEnd(channel: channel, cause: 19, causeWords: "User alerting, no answer")))
        #expect(
            try AMISamples.event(AMISamples.contactStatus)
                == .contactChanged(
                    ContactChange(
                        endpoint: "105", addressOfRecord: "105", uri: "sip:105@127.33.1.9:5060", status: .reachable,
                        roundTrip: .microseconds(438))))
    }

    @Test func `a registered contact has an id in the database, one from a file has none`() throws {
        let registered = try #require(try AMISamples.messages(AMISamples.contactList).first)
        #expect(
            ContactDetail(registered)
                == ContactDetail(
                    id: "105;@a4456af862f133be", endpoint: "105", addressOfRecord: "105",
                    uri: "sip:105@127.33.1.9:5060", status: .notQualified, userAgent: "Phone", expires: 1_795_634_451,
                    viaAddress: "127.33.1.9:5060"))
        let fixed = try #require(try AMISamples.messages(AMISamples.staticContact).first)
        #expect(
            ContactDetail(fixed)
                == ContactDetail(
                    id: nil, endpoint: "101", addressOfRecord: "101", uri: "sip:answers@127.33.1.1:5060",
                    status: .reachable, roundTrip: .microseconds(391)))
    }

    @Test func `a notice from the dialplan keeps what came with it`() throws {
        guard case .notice(let notice) = try AMISamples.event(AMISamples.notice) else {
            Issue.record("not a notice")
            return
        }
        #expect(notice.name == "WakeUp")
        #expect(notice["Room"] == "201")
    }

    @Test(arguments: ["Hangup", "ContactStatus", "OriginateResponse", "UserEvent", "DeviceStateChange", "Newchannel"])
    func `an event without what it must have is another one, and never harms`(name: String) {
        let message = AMIMessage([AMIField("Event", name), AMIField("Cause", "x")])
        #expect(AMIEvent(message) == .other(message))
    }

    @Test func `the filter names each event to its end`() {
        #expect(AMIEventFilter.patterns.count == 1)
        #expect(AMIEventFilter.patterns[0].hasSuffix(")[[:cntrl:]]"))
        #expect(AMIEventFilter.patterns[0].utf8.count < AMIAction.lineBytesMax - 8)
    }
}
