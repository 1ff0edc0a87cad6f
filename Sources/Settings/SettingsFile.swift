import Foundation

/// The settings file of a node: read, judged as a whole, and refused with every reason at once.
package enum SettingsFile {
    /// Where a Debian package puts it.
    package static let standardPath = "/etc/comxfailover/comxfailover.yaml"
    /// The largest file that is read, in bytes.
    package static let sizeMax = 256 * 1024

    /// The settings in the file at `path`.
    package static func load(_ path: String) throws(SettingsError) -> LoadedSettings {
        let file: OutsideFile
        do throws(FileTrouble) {
            file = try OutsideFile.read(path, sizeMax: sizeMax)
        } catch {
            let expected = "a settings file of at most \(sizeMax) bytes"
            throw SettingsError(file: path, problems: [SettingsProblem(expected: expected, found: error.found)])
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            throw SettingsError(
                file: path, problems: [SettingsProblem(expected: "text in UTF-8", found: "other bytes")])
        }
        let folder = (path as NSString).deletingLastPathComponent
        let secretFiles = SecretFile.onDisk(folder: folder.isEmpty ? "." : folder)
        return try decode(text, file: path, secretFiles: secretFiles, isOpenToOthers: file.isOpenToOthers)
    }

    /// The settings that `text` spells. `isOpenToOthers` tells whether others may read the file it came from.
    static func decode(
        _ text: String, file: String, secretFiles: SecretFile, isOpenToOthers: Bool = false
    ) throws(SettingsError) -> LoadedSettings {
        var reader = SettingsReader(secretFiles: secretFiles, isOpenToOthers: isOpenToOthers)
        reader.read(text)
        guard reader.draft.problems.isEmpty else { throw SettingsError(file: file, problems: reader.draft.problems) }
        return LoadedSettings(file: file, draft: reader.draft)
    }
}
