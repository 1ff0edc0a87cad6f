import Foundation
import Synchronization

/// The place of a Unix socket in the file system, which only its owner may open.
///
/// A socket is bound inside a private folder, closed to others, and only then moved to its path: nobody can
/// reach it while it still has the mode that the process's umask gave it. A socket left behind by a daemon that
/// died is replaced, one that somebody answers on is not, and any other file is never touched.
final class UnixSocketPlace: Sendable {
    /// The longest path that fits a socket address, in bytes, its closing zero left out.
    static let pathLengthMax = 107

    let path: String
    /// Where the socket is bound before it moves to `path`.
    let stagingPath: String
    private let stagingFolder: String
    private let published = Mutex<Int?>(nil)

    init(path: String) {
        self.path = path
        stagingFolder = path + ".new"
        stagingPath = stagingFolder + "/s"
    }

    /// Makes sure that the path is free to take, and the private folder ready.
    func prepare() throws(ListenFailure) {
        guard stagingPath.utf8.count <= Self.pathLengthMax else {
            let extra = stagingPath.utf8.count - path.utf8.count
            throw .pathTooLong(path: path, lengthMax: Self.pathLengthMax - extra)
        }
        if let kind = Self.kind(at: path) {
            guard kind == .typeSocket else { throw .notASocket(path: path) }
            guard !UnixSocketProbe.somebodyAnswers(at: path) else { throw .alreadyServed(path: path) }
        }
        unlink(stagingPath)
        rmdir(stagingFolder)
        guard mkdir(stagingFolder, 0o700) == 0 else { throw refusal() }
    }

    /// Moves the bound socket to its path, readable and writable for its owner alone.
    func publish() throws(ListenFailure) {
        guard chmod(stagingPath, 0o600) == 0, rename(stagingPath, path) == 0 else { throw refusal() }
        rmdir(stagingFolder)
        published.withLock { $0 = Self.inode(at: path) }
    }

    /// Removes what this object made, and nothing that another daemon put there since.
    func clear() {
        unlink(stagingPath)
        rmdir(stagingFolder)
        let mine = published.withLock { $0 }
        if let mine, mine == Self.inode(at: path) { unlink(path) }
    }

    private func refusal() -> ListenFailure {
        .refused(place: path, reason: String(cString: strerror(errno)))
    }

    private static func kind(at path: String) -> FileAttributeType? {
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        return facts?[.type] as? FileAttributeType
    }

    private static func inode(at path: String) -> Int? {
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        return facts?[.systemFileNumber] as? Int
    }
}
