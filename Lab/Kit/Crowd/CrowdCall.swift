import Foundation

/// A call as a phone of the crowd saw it.
package struct CrowdCall: Sendable, Hashable {
    package let number: String
    /// The server that made the phone ring.
    package let server: String
    package let rangAt: Date
    /// When the guest had lifted the receiver and the server knew it; nil where it never did.
    package internal(set) var answeredAt: Date?
    /// When a second of the greeting had been heard.
    package internal(set) var greetedAt: Date?
    package internal(set) var endedAt: Date?

    package var isAnswered: Bool { answeredAt != nil }
}
