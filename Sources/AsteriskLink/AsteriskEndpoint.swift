/// Where Asterisk's manager is and who this node is to it. The manager listens on loopback only.
package struct AsteriskEndpoint: Sendable, Hashable {
    package let host: String
    package let port: Int
    package let user: String
    package let secret: String
    /// The one before, which Asterisk knows until it was told to read its file anew.
    package let previousSecret: String?

    package init(
        host: String = "127.0.0.1", port: Int = 5038, user: String, secret: String, previousSecret: String? = nil
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.secret = secret
        self.previousSecret = previousSecret
    }
}
