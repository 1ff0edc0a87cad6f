import Yams

/// Reads a settings file's text into a draft, and goes on after a mistake so that all of them are told at once.
struct SettingsReader {
    private(set) var draft = SettingsDraft()
    private let secretFiles: SecretFile
    private let isOpenToOthers: Bool

    init(secretFiles: SecretFile, isOpenToOthers: Bool) {
        self.secretFiles = secretFiles
        self.isOpenToOthers = isOpenToOthers
    }

    mutating func read(_ text: String) {
        draft.problems = YAMLGuard.problems(in: text)
        guard draft.problems.isEmpty, let root = compose(text) else { return }
        walk(root, section: "")
        takeSecrets()
        draft.chooseDatabase()
        draft.problems += SettingsRules.problems(in: draft)
    }

    private mutating func compose(_ text: String) -> Node.Mapping? {
        do {
            guard let root = try Yams.compose(yaml: text), !root.isEmpty else {
                draft.problems.append(
                    SettingsProblem(expected: "settings such as mode: primary", found: "an empty file"))
                return nil
            }
            if let mapping = root.mapping { return mapping }
            let found = root.secretFoundWords
            draft.problems.append(SettingsProblem(line: 1, expected: "settings such as mode: primary", found: found))
        } catch {
            draft.problems.append(SettingsProblem(yamlError: error, text: text))
        }
        return nil
    }

    private mutating func walk(_ mapping: Node.Mapping, section: String) {
        for (name, value) in mapping {
            let line = name.mark?.line
            guard let word = name.text else {
                draft.problems.append(SettingsProblem(line: line, expected: "a key", found: name.foundWords))
                continue
            }
            let path = section.isEmpty ? word : "\(section).\(word)"
            draft.lines[path] = line ?? 0
            if SettingsKey.sections.contains(path) {
                enter(path, value)
            } else if let key = SettingsKey.all.first(where: { $0.path == path }) {
                take(key, value)
            } else {
                draft.lines[path] = nil
                draft.problems.append(UnknownKey.problem(word, section: section, line: line))
            }
        }
    }

    /// A section whose keys are all commented out is an empty section, not a mistake.
    private mutating func enter(_ path: String, _ value: Node) {
        if value.isEmpty {
            draft.lines[path] = nil
        } else if let mapping = value.mapping {
            walk(mapping, section: path)
        } else {
            draft.report(path, expected: "a section with keys", found: value.foundWords)
        }
    }

    private mutating func take(_ key: SettingsKey, _ value: Node) {
        if value.isEmpty && key.mayBeEmpty {
            draft.lines[key.path] = nil
        } else if !key.take(value, &draft) {
            let found = key.isSecret ? value.secretFoundWords : value.foundWords
            draft.report(key.path, expected: key.expected, found: found)
        }
    }

    private mutating func takeSecrets() {
        takeSecret("secret", \.secret, file: draft.secretFile)
        takeSecret("previous_secret", \.settings.previousSecret, file: draft.previousSecretFile)
        takeSecret("database.server.password", \.namedDatabase.password, file: draft.passwordFile)
        if let secret = draft.secret { draft.settings.secret = secret }
    }

    /// A secret stands in the settings file itself or in a file of its own, never both.
    private mutating func takeSecret(_ key: String, _ place: SettingsKey.Place<SecretText?>, file: String?) {
        let fileKey = key + "_file"
        if draft.isSet(key), isOpenToOthers {
            draft.report(
                key,
                expected: "a settings file that only its owner may read, since it holds a secret (cure: chmod 600)",
                found: "a file open to others")
        }
        guard let file else { return }
        guard !draft.isSet(key) else {
            draft.report(fileKey, expected: "either \(key) or \(fileKey)", found: "both")
            return
        }
        do throws(SecretFileTrouble) {
            draft[keyPath: place] = try secretFiles.read(file)
        } catch {
            draft.report(fileKey, expected: error.expected, found: error.found)
        }
    }
}
