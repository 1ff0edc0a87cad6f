/// Section `asterisk`: this server's Asterisk. Without its folder the node runs without telephony.
package struct AsteriskSettings: Sendable, Equatable {
    /// `asterisk.config_folder`: the folder of Asterisk's configuration, such as `/etc/asterisk`. Default: none.
    package var configFolder: String?
    /// `asterisk.log_folder`: the folder of Asterisk's log, with the call records in it. Default: the one that
    /// `asterisk.conf` names.
    package var logFolder: String?
    /// `asterisk.spool_folder`: the folder in which Asterisk keeps voicemail. Default: the one that `asterisk.conf`
    /// names.
    package var spoolFolder: String?
    /// `asterisk.profile`: who else writes that folder: `plain` for nobody, or `freepbx`. Default `plain`.
    package var profile = AsteriskProfileName.plain
    /// `asterisk.manager_port`: where Asterisk's manager listens on this machine, 1 to 65535. Default 5038.
    package var managerPort: UInt16 = 5038
    /// `asterisk.agi_port`: where the node takes calls from this machine's Asterisk that want a feature, 1 to 65535.
    /// Default 4573.
    package var agiPort: UInt16 = 4573
    /// `asterisk.peer_sip_port`: where the peer's Asterisk takes SIP from the trunk, 1 to 65535. Default 5060.
    package var peerSIPPort: UInt16 = 5060

    package init() {}
}
