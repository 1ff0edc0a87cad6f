extension SettingsKey {
    static let provisioning: [SettingsKey] = [
        .flag("provisioning.enabled", \.settings.provisioning.isEnabled),
        .text("provisioning.certificate", \.settings.provisioning.certificate, .absolutePath) {
            $0.settings.provisioningCertificate
        },
        .text("provisioning.private_key", \.settings.provisioning.privateKey, .absolutePath) {
            $0.settings.provisioningPrivateKey
        },
        .text("provisioning.templates", \.settings.provisioning.templates, .absolutePath),
        .text("provisioning.primary_host", \.settings.provisioning.primaryHost, .peerHost) {
            $0.settings.phonesPrimaryHost
        },
        .port("provisioning.primary_sip_port", \.settings.provisioning.primarySIPPort),
        .text("provisioning.secondary_host", \.settings.provisioning.secondaryHost, .peerHost) {
            $0.settings.phonesSecondaryHost
        },
        .port("provisioning.secondary_sip_port", \.settings.provisioning.secondarySIPPort),
        .word("provisioning.transport", \.settings.provisioning.transport, PhoneTransportName.self),
        .duration("provisioning.expiry_seconds", \.settings.provisioning.expiry, 30...3600, .seconds),
        .duration("provisioning.failback_seconds", \.settings.provisioning.failback, 60...3600, .seconds),
        .text("provisioning.language", \.settings.provisioning.language, .language),
        .text("provisioning.time_server", \.settings.provisioning.timeServer, .host) {
            $0.settings.provisioning.timeServer
        },
        .list(
            "provisioning.codecs", \.settings.provisioning.codecs,
            expected: "a list of " + PhoneCodecName.allCases.map(\.rawValue).joined(separator: ", "),
            countMax: PhoneCodecName.allCases.count
        ) { PhoneCodecName(rawValue: $0) },
    ]
}
