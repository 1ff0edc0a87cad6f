import Foundation
import Vocabulary

/// A call from the phone's side: it rings, is answered, talks, and hangs up; what is lost on the way is sent again.
struct CrowdDialog: Sendable {
    enum Phase: Sendable, Hashable {
        case ringing(until: Duration)
        /// The server has not confirmed yet that it heard the answer.
        case answering(next: Duration, tries: Int)
        case talking(until: Duration)
        case leaving(next: Duration, tries: Int)
        case over
    }

    private static let again = Duration.milliseconds(500)
    private static let triesMax = 8

    let invitation: SIPText
    let tag: String
    /// Who it is, as a contact.
    let contact: String
    private let server: String
    private let listening: Duration
    private(set) var phase: Phase
    private(set) var call: CrowdCall
    private var speech: CrowdSpeech
    private var saidAt = Duration.zero

    init(
        _ invitation: SIPText, of number: String, from server: String, contact: String, tag: String, lifting: Duration,
        listening: Duration, speech: CrowdSpeech, at now: Duration
    ) {
        self.invitation = invitation
        self.tag = tag
        self.contact = contact
        self.server = server
        self.listening = listening
        self.speech = speech
        call = CrowdCall(number: number, server: server, rangAt: Date())
        phase = .ringing(until: now + lifting)
        if let place = invitation.speechPlace { (self.speech.host, self.speech.remotePort) = place }
    }

    // MARK: What is said

    var ringing: SIPText { invitation.answer("180 Ringing", tag: tag, contact: contact) }
    var answer: SIPText { invitation.answer("200 OK", tag: tag, contact: contact, body: description) }

    private var description: String {
        [
            "v=0", "o=crowd 1 1 IN IP4 \(Lab.crowdAddress)", "s=-", "c=IN IP4 \(Lab.crowdAddress)", "t=0 0",
            "m=audio \(speech.port) RTP/AVP 0", "a=rtpmap:0 PCMU/8000", "a=sendrecv", "",
        ].joined(separator: "\r\n")
    }

    private var farewell: SIPText {
        let target = invitation["Contact"].flatMap { contact -> String? in
            guard let start = contact.firstRange(of: "sip:") else { return nil }
            return String(contact[start.lowerBound...].prefix { $0 != ">" })
        }
        return SIPText(
            "BYE \(target ?? "sip:\(server)") SIP/2.0",
            [
                .init("Via", "SIP/2.0/UDP \(Lab.crowdAddress):\(LabCrowd.port);branch=z9hG4bK-bye-\(tag);rport"),
                .init("Max-Forwards", "70"), .init("From", (invitation["To"] ?? "") + ";tag=\(tag)"),
                .init("To", invitation["From"] ?? ""), .init("Call-ID", invitation["Call-ID"] ?? ""),
                .init("CSeq", "1 BYE"),
            ])
    }

    // MARK: What happens

    /// Time passed; gives what is to be sent to the server.
    mutating func step(at now: Duration) -> SIPText? {
        if now - saidAt >= CrowdSpeech.packetEvery { speak(at: now) }
        switch phase {
        case .ringing(let until):
            guard now >= until else { return nil }
            phase = .answering(next: now + Self.again, tries: 1)
            return answer
        case .answering(let next, let tries):
            guard now >= next else { return nil }
            guard tries < Self.triesMax else {
                end()
                return nil
            }
            phase = .answering(next: now + Self.again, tries: tries + 1)
            return answer
        case .talking(let until):
            guard now >= until else { return nil }
            phase = .leaving(next: now + Self.again, tries: 1)
            return farewell
        case .leaving(let next, let tries):
            guard now >= next else { return nil }
            guard tries < Self.triesMax else {
                end()
                return nil
            }
            phase = .leaving(next: now + Self.again, tries: tries + 1)
            return farewell
        case .over: return nil
        }
    }

    private mutating func speak(at now: Duration) {
        guard case .talking = phase else { return }
        saidAt = now
        speech.say()
        speech.listen()
        if speech.isGreeted, call.greetedAt == nil { call.greetedAt = Date() }
    }

    /// The server confirmed that it heard the answer.
    mutating func confirmed(at now: Duration) {
        guard case .answering = phase else { return }
        call.answeredAt = Date()
        phase = .talking(until: now + listening)
    }

    mutating func end() {
        guard phase != .over else { return }
        phase = .over
        call.endedAt = Date()
    }
}
