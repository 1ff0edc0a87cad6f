@testable import Settings

/// Settings written in a test, read as if they stood in `/etc/node.yaml`.
enum SettingsText {
    static let secret = "Vq3xT9mZr7Kc2WpL8dHn5YsB"
    static let otherSecret = "b7Jw4QeR1uGf6XaN0tMz9CkP"

    /// The least that a file must say.
    static let least = """
        mode: primary
        local_host: 10.10.10.1
        secret: \(secret)

        """

    static func load(
        _ text: String, secretFiles: [String: String] = [:]
    ) throws(SettingsError) -> LoadedSettings {
        let files = SecretFile { path throws(SecretFileTrouble) in
            guard let secret = secretFiles[path] else {
                throw SecretFileTrouble(expected: "a file that holds the secret", found: "no such file (\(path))")
            }
            return SecretText(secret)
        }
        return try SettingsFile.decode(text, file: "/etc/node.yaml", secretFiles: files)
    }

    /// The least that a file must say and `more`.
    static func settings(_ more: String) throws -> NodeSettings { try load(least + more).settings }

    /// What is said about the least file and `more`, one line each, without the file's name.
    static func complaints(_ more: String, secretFiles: [String: String] = [:]) -> [String] {
        complaints(whole: least + more, secretFiles: secretFiles)
    }

    static func complaints(whole text: String, secretFiles: [String: String] = [:]) -> [String] {
        do throws(SettingsError) {
            _ = try load(text, secretFiles: secretFiles)
            return []
        } catch {
            return error.lines.map { String($0.dropFirst("/etc/node.yaml: ".count)) }
        }
    }
}
