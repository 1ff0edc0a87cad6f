import Vocabulary

extension SettingsKey {
    static let node: [SettingsKey] = [
        .word("mode", \.settings.mode, Mode.self),
        .text("local_host", \.settings.localHost, .ownHost),
        .text("remote_host", \.settings.remoteHost, .peerHost) { $0.settings.remoteHost },
        .secret("secret", \.secret, .secret),
        .text("secret_file", \.secretFile, .secretPath) { $0.secretFile },
        .secret("previous_secret", \.settings.previousSecret, .secret),
        .text("previous_secret_file", \.previousSecretFile, .secretPath) { $0.previousSecretFile },
        .text("state_folder", \.settings.stateFolder, .absolutePath),
        .list(
            "witnesses", \.settings.witnesses,
            expected: "a list of at most \(NodeSettings.witnessesMax) entries such as 192.0.2.1:443",
            countMax: NodeSettings.witnessesMax
        ) { HostAndPort($0) },
    ]

    static let property: [SettingsKey] = [
        .text("property.name", \.settings.property.name, .propertyName),
        .text("property.time_zone", \.settings.property.timeZone, .timeZone),
    ]
}
