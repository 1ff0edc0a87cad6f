import Foundation
import Ports

/// Asterisk's configuration folder on this machine, such as `/etc/asterisk`.
package struct AsteriskFolder: AsteriskFilesPort {
    /// What a file of somebody else is called once ours takes its name.
    package static let asideSuffix = ".before-comxfailover"

    private let folder: String
    private let signature: String

    /// - Parameter signature: what each file of ours begins with.
    package init(folder: String, signature: String) {
        self.folder = folder
        self.signature = signature
    }

    package func read(_ names: [String]) throws(AsteriskFilesFailure) -> [String: String] {
        var texts: [String: String] = [:]
        for name in names {
            do {
                if let text = try AtomicFile(path: path(name)).readText() { texts[name] = text }
            } catch {
                throw AsteriskFilesFailure(words: "\(error)")
            }
        }
        return texts
    }

    package func write(_ texts: [String: String?]) throws(AsteriskFilesFailure) {
        do {
            // The files that others include come first, so that nobody is led to one that is not there.
            for name in texts.keys.sorted(by: { ($0.contains("/") ? 0 : 1, $0) < ($1.contains("/") ? 0 : 1, $1) }) {
                try write(texts[name] ?? nil, to: path(name))
            }
        } catch let failure as FileFailure {
            throw AsteriskFilesFailure(words: "\(failure)")
        } catch {
            throw AsteriskFilesFailure(words: error.localizedDescription)
        }
    }

    private func write(_ text: String?, to path: String) throws {
        let files = FileManager.default
        guard let text else {
            if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
            return
        }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if !files.fileExists(atPath: parent) {
            // Asterisk runs as another user: what is made in its folder belongs to whom the folder belongs to.
            let owners = try files.attributesOfItem(atPath: folder).filter {
                [.ownerAccountID, .groupOwnerAccountID].contains($0.key)
            }
            try files.createDirectory(
                atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
            try files.setAttributes(owners, ofItemAtPath: parent)
        }
        let file = AtomicFile(path: path, access: .groupReads, isOwnedLikeFolder: true)
        if let former = try file.readText(), !former.hasPrefix(signature), text.hasPrefix(signature),
            !files.fileExists(atPath: path + Self.asideSuffix)
        {
            try files.copyItem(atPath: path, toPath: path + Self.asideSuffix)
        }
        try file.write(text)
    }

    private func path(_ name: String) -> String { folder + "/" + name }
}
