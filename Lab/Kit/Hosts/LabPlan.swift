/// The telephone numbers of the lab, for the hand-written configuration that goes before a rendered one.
package struct LabPlan: Sendable, Hashable, Codable {
    /// Every phone's password.
    package static let password = "lab-phone-secret"
    /// The peer trunk's name, which is also its user name.
    package static let trunk = "comxfailoverconnecter"
    package static let trunkSecret = "lab-trunk-secret"
    /// Answers and sends back what it hears, on either server.
    package static let echo = "600"
    /// In front of a number outside.
    package static let outward = "9"
    /// Where the first of a crowd of phones begins.
    package static let crowdStart = 10_000

    /// Staff and rooms, on both servers alike.
    package var extensions = ["101", "102", "201", "202"]
    /// How many further phones may register, for measurements.
    package var crowd = 0
    /// What rings at a call from outside.
    package var desk = "101"

    package init() {}

    /// Every number that may register.
    var all: [String] { extensions + (0..<crowd).map { "\(Self.crowdStart + $0)" } }
}
