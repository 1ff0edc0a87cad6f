extension SettingsKey {
    static let privateDatabase: [SettingsKey] = [
        .text("database.private.folder", \.privateDatabase.folder, .absolutePath) {
            $0.settings.privateDatabaseFolder
        },
        .port("database.private.port", \.privateDatabase.port),
        .text("database.private.bind_address", \.privateDatabase.bindAddress, .host) {
            $0.settings.privateDatabaseBindAddress
        },
        .text("database.private.buffer_pool", \.privateDatabase.bufferPool, .memorySize),
        .list(
            "database.private.extra_options", \.privateDatabase.extraOptions,
            expected: "a list of mariadbd options such as max_connections=200, none that the node sets itself"
                + " (\(ServerOption.reserved.joined(separator: ", ")))",
            countMax: PrivateDatabaseSettings.extraOptionsMax
        ) { ServerOption.isAllowed($0) ? $0 : nil },
    ]

    static let namedDatabase: [SettingsKey] = [
        .text("database.server.host", \.namedDatabase.host, .host),
        .text("database.server.socket", \.namedDatabase.socket, .socketPath) { $0.namedDatabase.socket },
        .port("database.server.port", \.namedDatabase.port),
        .text("database.server.user", \.namedDatabase.user, .accountName),
        .secret("database.server.password", \.namedDatabase.password, .secret),
        .text("database.server.password_file", \.passwordFile, .secretPath) { $0.passwordFile },
        .text("database.server.tls_ca", \.namedDatabase.tlsAuthority, .absolutePath) {
            $0.namedDatabase.tlsAuthority
        },
    ]
}
