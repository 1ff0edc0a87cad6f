import Foundation

/// What an `Authorization: Basic` header carries (RFC 7617).
struct BasicCredentials: Sendable, Equatable {
    /// The longest header that is looked at, in bytes.
    static let headerLengthMax = 512

    let user: String
    let password: String

    /// Nil where the header is of another scheme, too long, or damaged.
    init?(header: String) {
        guard header.utf8.count <= Self.headerLengthMax else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic", let bytes = Data(base64Encoded: String(parts[1])),
            let text = String(bytes: bytes, encoding: .utf8), let colon = text.firstIndex(of: ":")
        else { return nil }
        user = String(text[..<colon])
        password = String(text[text.index(after: colon)...])
    }
}
