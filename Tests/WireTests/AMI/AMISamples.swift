@testable import Wire

/// What a real Asterisk 22 says, byte for byte as it came.
enum AMISamples {
    static let greeting = "Asterisk Call Manager/11.0.0\r\n"
    static let accepted = "Response: Success\r\nActionID: 1\r\nMessage: Authentication accepted\r\n\r\n"
    static let booted =
        "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 23\r\nLastReload: 0\r\nStatus: Fully Booted\r\n\r\n"
    /// The value holds a line feed of its own.
    static let noContacts = "Response: Error\r\nActionID: 25\r\nMessage: No Contacts found\n\r\n\r\n"
    static let hangup = """
        Event: Hangup\r\nPrivilege: call,all\r\nSystemName: test\r\nChannel: PJSIP/104-00000005\r\nChannelState: 5\r
        ChannelStateDesc: Ringing\r\nCallerIDNum: <unknown>\r\nContext: calls\r\nExten: s\r\nPriority: 1\r
        Uniqueid: id-104\r\nLinkedid: id-104\r\nCause: 19\r\nCause-txt: User alerting, no answer\r\n\r\n
        """
    static let originateResponse = """
        Event: OriginateResponse\r\nPrivilege: call,all\r\nActionID: 12\r\nResponse: Failure\r\nChannel: PJSIP/105\r
        Context: calls\r\nExten: hold\r\nReason: 0\r\nUniqueid: id-105\r\nCallerIDNum: <unknown>\r\n\r\n
        """
    static let contactStatus = """
        Event: ContactStatus\r\nPrivilege: system,all\r\nURI: sip:105@127.33.1.9:5060\r\nContactStatus: Reachable\r
        AOR: 105\r\nEndpointName: 105\r\nRoundtripUsec: 438\r\n\r\n
        """
    static let contactList = """
        Event: ContactList\r\nActionID: 5\r\nObjectType: contact\r\nObjectName: 105;@a4456af862f133be\r
        ViaAddr: 127.33.1.9\r\nEndpoint: 105\r\nViaPort: 5060\r\nUri: sip:105@127.33.1.9:5060\r\nUserAgent: Phone\r
        ExpirationTime: 1795634451\r\nStatus: NonQualified\r\nRoundtripUsec: N/A\r\n\r\n
        """
    static let staticContact = """
        Event: ContactStatusDetail\r\nActionID: 29\r\nAOR: 101\r\nURI: sip:answers@127.33.1.1:5060\r\nUserAgent: \r
        RegExpire: 0\r\nStatus: Reachable\r\nRoundtripUsec: 391\r\nEndpointName: 101\r
        ID: 101@@debe34f13d7c7bdae936a68478ec2169\r\n\r\n
        """
    static let notice =
        "Event: UserEvent\r\nPrivilege: user,all\r\nUserEvent: WakeUp\r\nRoom: 201\r\nActionID: 35\r\n\r\n"

    static let stream =
        greeting + accepted + booted + noContacts + hangup + originateResponse + contactStatus + contactList + notice

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// The messages of a text without a greeting.
    static func messages(_ text: String) throws -> [AMIMessage] {
        var decoder = AMIDecoder(awaitsGreeting: false)
        try decoder.append(bytes(text))
        var messages: [AMIMessage] = []
        while let message = try decoder.nextMessage() { messages.append(message) }
        return messages
    }

    static func event(_ text: String) throws -> AMIEvent? { try messages(text).first.map { AMIEvent($0) } }
}
