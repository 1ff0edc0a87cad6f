/// What a phone, or a gateway for several of them, is set to.
package struct PhonePlan: Sendable, Hashable {
    /// Its number, or the numbers of a gateway's ports.
    package var numbers: [String]
    package var password: String
    /// The user name of its digest; nil is its number.
    package var user: String?
    /// Where it registers, first choice first; empty for a gateway in trunk mode, which never does.
    package var registrars: [String]
    package var place: LabPlace
    package var tone: Tone
    package var timers: PhoneTimers
    /// Whether it picks up by itself.
    package var answersItself: Bool

    /// A phone that registers.
    package init(
        _ number: String, registrars: [String], at place: LabPlace, tone frequency: Int,
        password: String = LabPlan.password, timers: PhoneTimers = .brisk, answersItself: Bool = false
    ) {
        numbers = [number]
        self.password = password
        self.registrars = registrars
        self.place = place
        tone = Tone(frequency: frequency)
        self.timers = timers
        self.answersItself = answersItself
    }

    /// A gateway in trunk mode: it is called, and calls, at its address, and registers nowhere.
    package static func gateway(
        _ numbers: [String], at place: LabPlace, tone frequency: Int, user: String? = nil,
        password: String = LabPlan.password
    ) -> PhonePlan {
        var plan = PhonePlan("", registrars: [], at: place, tone: frequency, password: password)
        plan.numbers = numbers
        plan.user = user
        return plan
    }

    /// What its folder is called after.
    var word: String { numbers.first ?? "nobody" }

    /// Its own address.
    var address: String {
        switch place {
        case .lan(let number): "\(LabAddresses.lan).\(number)"
        case .outside(let number): "203.0.113.\(number)"
        case .internet, .router, .host: preconditionFailure("a phone stands on the hotel's network or outside")
        }
    }

    /// Who it is at a registrar, or at its own address where it does not register.
    func identity(_ number: String, at host: String) -> String { "sip:\(number)@\(host)" }

    /// A line of the phone's list of accounts.
    func account(_ number: String, at host: String, expires seconds: Int) -> String {
        let mode = answersItself ? "auto" : "manual"
        return "<\(identity(number, at: host))>;auth_user=\(user ?? number);auth_pass=\(password);regint=\(seconds)"
            + ";answermode=\(mode);audio_codecs=PCMU/8000/1"
    }

    /// The accounts that it is switched on with: a gateway's. A phone is told where to register once it listens, so
    /// that nothing it says about that is missed.
    var accounts: [String] {
        registrars.isEmpty ? numbers.map { account($0, at: address, expires: 0) } : []
    }
}
