/// Every setting that is in force, secrets hidden, each marked as set or default: as YAML text or as JSON.
package struct SettingsRendering: Sendable, Equatable, Encodable {
    package let file: String
    package let settings: [ShownSetting]

    init(file: String, draft: SettingsDraft) {
        self.file = file
        settings = SettingsKey.all.filter { Self.isInForce($0, draft) }.map { key in
            ShownSetting(
                key: key.path, value: key.show(draft), source: draft.isSet(key.path) ? .set : .standard)
        }
    }

    /// The settings as a file that could be read back, but for its secrets.
    package var yaml: String {
        var lines = ["# in force, from \(file)"]
        var section: [Substring] = []
        for setting in settings {
            let words = setting.key.split(separator: ".")
            let sections = Array(words.dropLast())
            for depth in sections.indices where section.prefix(depth + 1) != sections.prefix(depth + 1) {
                lines.append(String(repeating: "    ", count: depth) + "\(sections[depth]):")
            }
            section = sections
            let indentation = String(repeating: "    ", count: sections.count)
            lines.append("\(indentation)\(words.last ?? ""): \(setting.value.yaml)  # \(setting.source.rawValue)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Of the two kinds of database only the chosen one is shown; of two ways to give a secret, the one taken.
    private static func isInForce(_ key: SettingsKey, _ draft: SettingsDraft) -> Bool {
        switch draft.settings.database {
        case .privateServer where key.path.hasPrefix("database.server."): false
        case .namedServer where key.path.hasPrefix("database.private."): false
        default: !key.isAlternative || draft.isSet(key.path)
        }
    }
}
