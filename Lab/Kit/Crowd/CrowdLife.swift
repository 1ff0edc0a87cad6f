import Vocabulary

/// All that changes in a crowd of phones: their registrations and their calls.
struct CrowdLife: Sendable {
    /// Between two phones of a crowd that moves.
    private static let moveEvery = Duration.milliseconds(3)
    private static let registrationsEvery = Duration.milliseconds(50)
    /// How many registrations are asked for at once.
    private static let atOnceMax = 20

    let registrars: [String]
    let password: String
    let namespace: NetworkNamespace
    let socket: LabSocket
    private var probe: RegistrarProbe
    private var choice: RegistrarChoice?
    private var askedAt: Duration?
    private var registeredAt = Duration.zero
    /// Who still has to move, and since when the crowd does.
    private var moving: (to: Int, since: Duration, next: Int)?
    var phones: [CrowdPhone]
    private let places: [String: Int]
    var dialogs: [String: CrowdDialog] = [:]
    /// Calls that are over.
    var past: [CrowdCall] = []
    var habits = CrowdHabits()

    init(
        _ numbers: [String], registrars: [String], password: String, in namespace: NetworkNamespace
    ) throws(LabFailure) {
        self.registrars = registrars
        self.password = password
        self.namespace = namespace
        socket = try LabSocket.datagrams(in: namespace, at: LabCrowd.port)
        phones = numbers.map { CrowdPhone($0, registrars: registrars.count) }
        places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
        probe = try RegistrarProbe(
            PhonePlan("crowd", registrars: registrars, at: Lab.roomsPlace, tone: 440), in: namespace)
    }

    func place(of number: String) -> Int? { places[number] }

    // MARK: Time

    mutating func step(at now: Duration) {
        while let bytes = socket.receive(), !bytes.isEmpty {
            if let text = SIPText(bytes) { heard(text, at: now) }
        }
        choose(at: now)
        if now - registeredAt >= Self.registrationsEvery {
            registeredAt = now
            move(at: now)
            register(at: now)
        }
        stepCalls(at: now)
    }

    /// The phones are as patient with their registrars as other ones; what holds for one of them holds for all.
    private mutating func choose(at now: Duration) {
        var choice = self.choice ?? RegistrarChoice(count: registrars.count, timers: .brisk, at: now)
        if self.choice == nil { moving = (0, now, 0) }
        for index in probe.answers() { choice.heard(index, at: now) }
        if askedAt.map({ now - $0 >= PhoneTimers.brisk.probeInterval }) ?? true {
            probe.ask()
            askedAt = now
        }
        for directive in choice.tick(isRegistered: true, at: now) {
            if case .move(_, let to) = directive { moving = (to, now, 0) }
        }
        self.choice = choice
    }

    private mutating func move(at now: Duration) {
        guard var moving else { return }
        while moving.next < phones.count, now - moving.since >= Self.moveEvery * moving.next {
            phones[moving.next].move(to: moving.to)
            moving.next += 1
        }
        self.moving = moving.next < phones.count ? moving : nil
    }

    // MARK: Registrations

    private mutating func register(at now: Duration) {
        var sent = 0
        for place in phones.indices {
            for registrar in registrars.indices where phones[place].registrations[registrar].isDue(at: now) {
                guard sent < Self.atOnceMax else { return }
                phones[place].registrations[registrar].asked(at: now)
                send(request(place, registrar, proof: nil), to: registrars[registrar])
                sent += 1
            }
        }
    }

    /// An answer to a registration.
    mutating func registrationAnswered(_ text: SIPText, at now: Duration) {
        let words = (text["Call-ID"] ?? "").split(separator: "-")
        guard words.count == 3, let registrar = Int(words[2]), registrars.indices.contains(registrar),
            let place = place(of: String(words[1]))
        else { return }
        switch text.status ?? 0 {
        case 200: phones[place].registrations[registrar].accepted(at: now)
        case 401:
            guard let proof = text["WWW-Authenticate"].flatMap({ DigestProof($0) }),
                phones[place].registrations[registrar].proves()
            else { return }
            send(request(place, registrar, proof: proof), to: registrars[registrar])
        default: return
        }
    }

    private func request(_ place: Int, _ registrar: Int, proof: DigestProof?) -> SIPText {
        let (phone, host) = (phones[place], registrars[registrar])
        let registration = phone.registrations[registrar]
        let identity = "<sip:\(phone.number)@\(host)>"
        let mark = "\(phone.number)-\(registrar)-\(registration.sequence)"
        var fields: [SIPText.Field] = [
            .init("Via", "SIP/2.0/UDP \(Lab.crowdAddress):\(LabCrowd.port);branch=z9hG4bK-\(mark);rport"),
            .init("Max-Forwards", "70"), .init("From", identity + ";tag=\(mark)"), .init("To", identity),
            .init("Call-ID", "crowd-\(phone.number)-\(registrar)"), .init("CSeq", "\(registration.sequence) REGISTER"),
            .init("Contact", "<sip:\(phone.number)@\(Lab.crowdAddress):\(LabCrowd.port)>"),
            .init("Expires", "\(registration.expiry)"),
        ]
        if let proof {
            fields.append(
                .init(
                    "Authorization",
                    proof.field("REGISTER", "sip:\(host)", user: phone.number, password: password)))
        }
        return SIPText("REGISTER sip:\(host) SIP/2.0", fields)
    }

    func send(_ text: SIPText, to host: String) { socket.send(text.bytes, to: host, port: LabCrowd.serverPort) }
}
