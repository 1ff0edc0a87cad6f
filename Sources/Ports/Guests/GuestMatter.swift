/// What a request about guests was about.
package enum GuestMatter: String, Sendable, Hashable, CaseIterable {
    case stays
    case wakeUps = "wake-ups"
}
