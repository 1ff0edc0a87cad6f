import Vocabulary

/// A phone of the crowd: where it registers, in the order of its choice.
struct CrowdPhone: Sendable, Hashable {
    let number: String
    var registrations: [CrowdRegistration]
    /// The registrar that it is at, or on its way to.
    var home = 0

    init(_ number: String, registrars: Int) {
        self.number = number
        registrations = Array(repeating: CrowdRegistration(), count: registrars)
    }

    /// It goes to a registrar, and takes back what it left at the others.
    mutating func move(to registrar: Int) {
        home = registrar
        for index in registrations.indices { registrations[index].want(index == registrar) }
    }
}
