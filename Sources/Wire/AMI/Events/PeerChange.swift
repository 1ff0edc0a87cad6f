/// An endpoint can be reached or no longer: `PeerStatus`.
package struct PeerChange: Sendable, Hashable {
    /// Such as `PJSIP/201`.
    package let peer: String
    /// Asterisk's word: `Reachable`, `Unreachable`, `Registered`, `Unregistered`.
    package let status: String

    package init(peer: String, status: String) {
        self.peer = peer
        self.status = status
    }

    init?(_ message: AMIMessage) {
        guard let peer = message["Peer"], let status = message["PeerStatus"] else { return nil }
        self.init(peer: peer, status: status)
    }
}
