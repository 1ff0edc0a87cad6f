import Vocabulary

/// What a plan needs to know of the node besides its telephony configuration: it stands in the settings file.
package struct PlanningNode: Sendable, Hashable {
    package var mode: Mode
    package var profile: AsteriskProfile
    package var systemName: TelephonyName
    /// nil: a node without a peer.
    package var peer: PeerTrunk?
    package var timeZone: ZoneName
    package var fastAGIPort: UInt16
    /// Certificate and key of the TLS transport.
    package var certificatePath: String?
    package var privateKeyPath: String?

    package init(
        mode: Mode, profile: AsteriskProfile = .plain, systemName: TelephonyName, peer: PeerTrunk? = nil,
        timeZone: ZoneName, fastAGIPort: UInt16 = 4573, certificatePath: String? = nil, privateKeyPath: String? = nil
    ) {
        self.mode = mode
        self.profile = profile
        self.systemName = systemName
        self.peer = peer
        self.timeZone = timeZone
        self.fastAGIPort = fastAGIPort
        self.certificatePath = certificatePath
        self.privateKeyPath = privateKeyPath
    }
}
