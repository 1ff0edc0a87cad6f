/// Settings while they are being read: both kinds of database side by side, and which key stood on which line.
struct SettingsDraft: Sendable {
    var settings = NodeSettings()
    var privateDatabase = PrivateDatabaseSettings()
    var namedDatabase = NamedDatabaseSettings()
    var secret: SecretText?
    var secretFile: String?
    var previousSecretFile: String?
    var passwordFile: String?
    /// The line of every key and section that the file sets.
    var lines: [String: Int] = [:]
    var problems: [SettingsProblem] = []

    func isSet(_ key: String) -> Bool { lines[key] != nil }

    /// Whether the file sets a section, or a key in it.
    func mentions(section: String) -> Bool {
        isSet(section) || lines.keys.contains { $0.hasPrefix(section + ".") }
    }

    /// The draft with the database it decided on in place.
    mutating func chooseDatabase() {
        settings.database =
            mentions(section: "database.server")
            ? .namedServer(namedDatabase) : .privateServer(privateDatabase)
    }

    mutating func report(_ key: String, expected: String, found: String) {
        problems.append(SettingsProblem(line: lines[key], key: key, expected: expected, found: found))
    }
}
