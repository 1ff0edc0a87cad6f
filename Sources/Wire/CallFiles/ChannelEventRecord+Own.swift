extension ChannelEventRecord {
    /// The parts of what an event of the dialplan's own carries, by slashes; Asterisk wraps it into a JSON object.
    var ownParts: [String] {
        var text = Substring(extra)
        if let start = text.firstRange(of: Self.wrapping) {
            text = text[start.upperBound...]
            if let end = text.firstIndex(of: "\"") { text = text[..<end] }
        }
        return text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }

    private static let wrapping = "\"extra\":\""
}
