/// Whether text is coloured.
enum Style: Sendable, Hashable {
    case plain
    case coloured

    /// The text in the colour of its tone, or as it is.
    func paint(_ text: String, _ tone: Tone) -> String {
        guard self == .coloured, let code = tone.code, !text.isEmpty else { return text }
        return "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }
}

extension Tone {
    /// The number that selects this tone's colour on a terminal.
    fileprivate var code: String? {
        switch self {
        case .plain: nil
        case .good: "32"
        case .caution: "33"
        case .bad: "31"
        case .faint: "2"
        case .strong: "1"
        }
    }
}
