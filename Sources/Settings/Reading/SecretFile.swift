import Foundation

/// A file that holds one secret on one line, readable by its owner alone.
struct SecretFile: Sendable {
    /// The most bytes a secret has, and a file that holds one.
    static let sizeMax = 4096

    /// Reads the secret that the file of a path holds.
    let read: @Sendable (String) throws(SecretFileTrouble) -> SecretText

    /// Files on this machine; relative paths start at `folder`.
    static func onDisk(folder: String) -> SecretFile {
        SecretFile { path throws(SecretFileTrouble) in
            try secret(at: path.hasPrefix("/") ? path : folder + "/" + path)
        }
    }

    private static func secret(at path: String) throws(SecretFileTrouble) -> SecretText {
        let file: OutsideFile
        do throws(FileTrouble) {
            file = try OutsideFile.read(path, sizeMax: sizeMax)
        } catch {
            throw SecretFileTrouble(expected: "a file that holds the secret", found: "\(error.found) (\(path))")
        }
        guard !file.isOpenToOthers else { throw .openToOthers(path, file.permissions) }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            throw SecretFileTrouble(expected: "text in UTF-8 in \(path)", found: "other bytes")
        }
        let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard TextRule.secret.allows(line) else {
            throw SecretFileTrouble(
                expected: "one line of text in \(path)", found: line.isEmpty ? "an empty file" : "something else")
        }
        return SecretText(line)
    }
}
