/// Everything from which one node's Asterisk files are rendered: what the pair shares, and what is this node's own.
///
/// Equal plans give equal files. What changes from minute to minute (names of guests, classes of rooms, do-not-disturb,
/// open boxes) is not in it: that lives in Asterisk's own database.
package struct TelephonyPlan: Sendable, Hashable {
    // The node.
    package var mode: Mode
    package var profile: AsteriskProfile
    /// Distinguishes this Asterisk's call ids from the peer's.
    package var systemName: TelephonyName
    /// nil: a node without a peer.
    package var peer: PeerTrunk?
    package var sip: SIPSettings
    package var trunks: [ProviderTrunk]
    package var inboundRoutes: [InboundRoute]
    package var outboundRoutes: [OutboundRoute]
    /// Where the daemon answers questions of the dialplan; on loopback.
    package var fastAGIPort: UInt16

    // The property.
    package var timeZone: ZoneName
    /// Dialled before numbers outside; nil where they are dialled as they are.
    package var accessDigit: DialCode?
    package var classes: [ClassOfService]
    package var staff: [StaffExtension]
    package var guestDefaults: GuestDefaults
    package var guests: [GuestExtension]
    package var gateways: [AnalogGateway]
    package var rooms: [Room]
    package var ringGroups: [RingGroup]
    package var desk: DeskSettings
    package var speedDials: [SpeedDial]
    package var emergency: EmergencySettings
    package var featureCodes: [FeatureCode]
    package var voicemail: VoicemailSettings
    package var announcements: AnnouncementSettings

    package init(
        mode: Mode, profile: AsteriskProfile = .plain, systemName: TelephonyName, peer: PeerTrunk? = nil,
        sip: SIPSettings = SIPSettings(), trunks: [ProviderTrunk] = [], inboundRoutes: [InboundRoute] = [],
        outboundRoutes: [OutboundRoute] = [], fastAGIPort: UInt16 = 4573, timeZone: ZoneName,
        accessDigit: DialCode? = nil, classes: [ClassOfService] = [], staff: [StaffExtension] = [],
        guestDefaults: GuestDefaults, guests: [GuestExtension] = [], gateways: [AnalogGateway] = [],
        rooms: [Room] = [], ringGroups: [RingGroup] = [], desk: DeskSettings = DeskSettings(),
        speedDials: [SpeedDial] = [], emergency: EmergencySettings, featureCodes: [FeatureCode] = FeatureCode.standard,
        voicemail: VoicemailSettings = VoicemailSettings(), announcements: AnnouncementSettings = AnnouncementSettings()
    ) {
        self.mode = mode
        self.profile = profile
        self.systemName = systemName
        self.peer = peer
        self.sip = sip
        self.trunks = trunks
        self.inboundRoutes = inboundRoutes
        self.outboundRoutes = outboundRoutes
        self.fastAGIPort = fastAGIPort
        self.timeZone = timeZone
        self.accessDigit = accessDigit
        self.classes = classes
        self.staff = staff
        self.guestDefaults = guestDefaults
        self.guests = guests
        self.gateways = gateways
        self.rooms = rooms
        self.ringGroups = ringGroups
        self.desk = desk
        self.speedDials = speedDials
        self.emergency = emergency
        self.featureCodes = featureCodes
        self.voicemail = voicemail
        self.announcements = announcements
    }
}
