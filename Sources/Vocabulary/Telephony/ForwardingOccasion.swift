/// When an extension's calls are forwarded, as tables and the dialplan spell it.
package enum ForwardingOccasion: String, Sendable, Hashable, CaseIterable {
    case always
    case busy
    case noAnswer = "no-answer"
    case unreachable
}
