import Foundation
import Settings
import Testing

@Suite struct SettingsFileTests {
    /// A folder of its own for each test, gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "comxfailover-settings-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ bytes: some Sequence<UInt8>, _ path: String, permissions: Int = 0o600) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }

    private func complaint(_ path: String) -> String {
        do throws(SettingsError) {
            _ = try SettingsFile.load(path)
            return "none"
        } catch {
            return error.description.replacing(path, with: "FILE")
        }
    }

    @Test func `a file is read with the secret beside it`() throws {
        try withFolder { folder in
            try write("mode: primary\nlocal_host: 10.10.10.1\nsecret_file: secret\n".utf8, folder + "/node.yaml")
            try write((SettingsText.secret + "\n").utf8, folder + "/secret")
            let loaded = try SettingsFile.load(folder + "/node.yaml")
            #expect(loaded.settings.secret.revealed == SettingsText.secret)
            #expect(loaded.file == folder + "/node.yaml")
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644])
    func `a secret file that others may read is refused with the cure`(permissions: Int) throws {
        try withFolder { folder in
            try write("mode: primary\nlocal_host: 10.10.10.1\nsecret_file: secret\n".utf8, folder + "/node.yaml")
            try write(SettingsText.secret.utf8, folder + "/secret", permissions: permissions)
            #expect(
                complaint(folder + "/node.yaml")
                    == "FILE: line 3: secret_file: expected a file that only its owner may read (cure: chmod 600 "
                    + "\(folder)/secret), found permissions 0\(String(permissions, radix: 8))")
        }
    }

    @Test func `a settings file with a secret in it that others may read is refused`() throws {
        try withFolder { folder in
            try write(SettingsText.least.utf8, folder + "/node.yaml", permissions: 0o644)
            #expect(
                complaint(folder + "/node.yaml")
                    == "FILE: line 3: secret: expected a settings file that only its owner may read, since it holds a "
                    + "secret (cure: chmod 600), found a file open to others")
        }
    }

    @Test func `a settings file without a secret in it may be read by others`() throws {
        try withFolder { folder in
            let text = "mode: primary\nlocal_host: 10.10.10.1\nsecret_file: secret\n"
            try write(text.utf8, folder + "/node.yaml", permissions: 0o644)
            try write(SettingsText.secret.utf8, folder + "/secret", permissions: 0o400)
            #expect(complaint(folder + "/node.yaml") == "none")
        }
    }

    @Test func `a missing file, a folder and a device are told apart`() throws {
        try withFolder { folder in
            let expected = "FILE: expected a settings file of at most 262144 bytes, found "
            #expect(complaint(folder + "/nowhere.yaml") == expected + "no such file")
            #expect(complaint(folder) == expected + "a folder")
            #expect(complaint("/dev/null") == expected + "something that is not an ordinary file")
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `a file this account may not read says so`() throws {
        try withFolder { folder in
            try write(SettingsText.least.utf8, folder + "/node.yaml", permissions: 0)
            #expect(complaint(folder + "/node.yaml").hasSuffix("found a file that this account may not read"))
        }
    }

    @Test func `an overlong file is refused and one at the limit is not`() throws {
        try withFolder { folder in
            let comment = Array("#".utf8) + Array(repeating: UInt8(ascii: "x"), count: SettingsFile.sizeMax)
            let least = Array(SettingsText.least.utf8)
            let fitting = least + comment.prefix(SettingsFile.sizeMax - least.count)
            try write(fitting, folder + "/fits.yaml")
            #expect(complaint(folder + "/fits.yaml") == "none")
            try write(fitting + [10], folder + "/long.yaml")
            #expect(complaint(folder + "/long.yaml").hasSuffix("found more than 262144 bytes"))
        }
    }

    @Test func `bytes that are not UTF-8 are refused`() throws {
        try withFolder { folder in
            try write([0x6D, 0x3A, 0x20, 0xFF, 0xFE], folder + "/node.yaml")
            #expect(complaint(folder + "/node.yaml") == "FILE: expected text in UTF-8, found other bytes")
        }
    }

    @Test func `an empty, a missing and a two-line secret file are refused`() throws {
        try withFolder { folder in
            try write("mode: primary\nlocal_host: 10.10.10.1\nsecret_file: secret\n".utf8, folder + "/node.yaml")
            #expect(complaint(folder + "/node.yaml").hasSuffix("found no such file (\(folder)/secret)"))
            try write([], folder + "/secret")
            #expect(complaint(folder + "/node.yaml").hasSuffix("in \(folder)/secret, found an empty file"))
            try write("one\ntwo\n".utf8, folder + "/secret")
            #expect(complaint(folder + "/node.yaml").hasSuffix("in \(folder)/secret, found something else"))
        }
    }
}
