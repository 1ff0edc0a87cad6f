extension SettingsKey {
    static let asterisk: [SettingsKey] = [
        .text("asterisk.config_folder", \.settings.asterisk.configFolder, .absolutePath) {
            $0.settings.asterisk.configFolder
        },
        .text("asterisk.log_folder", \.settings.asterisk.logFolder, .absolutePath) { $0.settings.asterisk.logFolder },
        .text("asterisk.spool_folder", \.settings.asterisk.spoolFolder, .absolutePath) {
            $0.settings.asterisk.spoolFolder
        },
        .word("asterisk.profile", \.settings.asterisk.profile, AsteriskProfileName.self),
        .port("asterisk.manager_port", \.settings.asterisk.managerPort),
        .port("asterisk.agi_port", \.settings.asterisk.agiPort),
        .port("asterisk.peer_sip_port", \.settings.asterisk.peerSIPPort),
    ]
}
