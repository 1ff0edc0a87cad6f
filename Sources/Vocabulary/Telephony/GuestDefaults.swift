/// What holds for guest extensions that say nothing else.
package struct GuestDefaults: Sendable, Hashable {
    /// The SIP password that guest phones share; nil where no guest phone may register with a shared one.
    package var secret: SIPSecret?
    package var ringSeconds: Int
    /// The code of the class of a room that is let.
    package var classOfService: Int
    /// The code of the class of a room that is not.
    package var vacantClassOfService: Int

    package init(secret: SIPSecret?, ringSeconds: Int = 40, classOfService: Int, vacantClassOfService: Int) {
        self.secret = secret
        self.ringSeconds = ringSeconds
        self.classOfService = classOfService
        self.vacantClassOfService = vacantClassOfService
    }
}
