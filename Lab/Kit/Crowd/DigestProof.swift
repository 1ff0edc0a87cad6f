import Crypto
import Foundation

/// What a phone answers a registrar that wants to know who it is: a digest of its password.
struct DigestProof: Sendable, Hashable {
    private let realm: String
    private let nonce: String
    private let opaque: String?
    private let isProtected: Bool

    /// Nil where the registrar asks for something else.
    init?(_ challenge: String) {
        guard challenge.hasPrefix("Digest "), let realm = Self.part("realm", of: challenge),
            let nonce = Self.part("nonce", of: challenge)
        else { return nil }
        self.realm = realm
        self.nonce = nonce
        opaque = Self.part("opaque", of: challenge)
        isProtected = challenge.contains("qop=")
    }

    /// The value of the field that proves it.
    func field(_ method: String, _ uri: String, user: String, password: String) -> String {
        let (count, word) = ("00000001", "0a4f113b")
        let secret = Self.digest("\(user):\(realm):\(password)")
        let request = Self.digest("\(method):\(uri)")
        let middle = isProtected ? "\(nonce):\(count):\(word):auth" : nonce
        var parts = [
            "username=\"\(user)\"", "realm=\"\(realm)\"", "nonce=\"\(nonce)\"", "uri=\"\(uri)\"",
            "response=\"\(Self.digest("\(secret):\(middle):\(request)"))\"", "algorithm=MD5",
        ]
        if let opaque { parts.append("opaque=\"\(opaque)\"") }
        if isProtected { parts += ["qop=auth", "nc=\(count)", "cnonce=\"\(word)\""] }
        return "Digest " + parts.joined(separator: ", ")
    }

    private static func part(_ name: String, of challenge: String) -> String? {
        guard let start = challenge.firstRange(of: "\(name)=\"") else { return nil }
        return String(challenge[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func digest(_ text: String) -> String {
        Insecure.MD5.hash(data: Array(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
