extension ContactDetail {
    /// What Asterisk keeps of a contact that it rewrote to the address from which it came.
    private static let originalHost = ";x-ast-orig-host="

    /// The address that the phone gave as its own. It is the same at every server, whatever lies between; nil where the
    /// contact has none.
    package var phoneHost: String? {
        if let mark = uri.firstRange(of: Self.originalHost) { return Self.host(uri[mark.upperBound...]) }
        guard let scheme = uri.firstIndex(of: ":") else { return nil }
        let address = uri[uri.index(after: scheme)...]
        let parameters = address.firstIndex { $0 == ";" || $0 == "?" } ?? address.endIndex
        guard let user = address[..<parameters].lastIndex(of: "@") else { return Self.host(address) }
        return Self.host(address[address.index(after: user)...])
    }

    /// The host at the beginning of a text, without its port.
    private static func host(_ text: Substring) -> String? {
        let ends: (Character) -> Bool = { $0 == ";" || $0 == "?" || $0 == ">" }
        let place = text.prefix { !ends($0) }
        if place.hasPrefix("["), let end = place.firstIndex(of: "]") { return String(place[...end]) }
        let host = place.prefix { $0 != ":" }
        return host.isEmpty ? nil : String(host)
    }
}
