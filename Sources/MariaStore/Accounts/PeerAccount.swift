/// How the peer may log in here.
package struct PeerAccount: Sendable, Hashable {
    /// The peer's addresses, as this server sees them: IP addresses, since the server resolves no names.
    package var hosts: [String]
    /// Every password that is accepted: one, or during a change of the secret the new one and the old one.
    package var passwords: [String]

    package init(hosts: [String], passwords: [String]) {
        self.hosts = hosts
        self.passwords = passwords
    }
}
