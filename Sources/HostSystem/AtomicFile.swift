import Glibc

/// A small file that is always whole: readers and crashes meet the old content or the new one, never a part.
///
/// A write goes to a neighbour named `<path>.new`, reaches the disk, and only then takes the name. A neighbour left by
/// a crash is overwritten by the next write. Writers of one path must not run side by side.
package struct AtomicFile: Sendable {
    /// Who may do what with the file.
    package enum Access: mode_t, Sendable {
        /// The owner reads and writes, everybody reads.
        case everybodyReads = 0o644
        /// The owner reads and writes, the group reads: for secrets that another service must know.
        case groupReads = 0o640
        /// The owner reads and writes, nobody else does anything: for secrets.
        case ownerOnly = 0o600
    }

    /// The most that `read` takes in, in bytes.
    package static let sizeMax = 1 << 20

    package let path: String
    package let access: Access
    /// Whether the file belongs to whom its folder belongs to, rather than to this process.
    package let isOwnedLikeFolder: Bool

    package init(path: String, access: Access = .everybodyReads, isOwnedLikeFolder: Bool = false) {
        self.path = path
        self.access = access
        self.isOwnedLikeFolder = isOwnedLikeFolder
    }

    /// Replaces the content and returns when it is on the disk. After an error the old content stands.
    package func write(_ content: [UInt8]) throws(FileFailure) {
        let neighbour = path + ".new"
        guard unlink(neighbour) == 0 || errno == ENOENT else { throw .latest("remove", neighbour) }
        do throws(FileFailure) {
            try write(content, to: neighbour)
            guard rename(neighbour, path) == 0 else { throw .latest("rename to", path) }
        } catch {
            unlink(neighbour)
            throw error
        }
        try syncFolder()
    }

    /// Replaces the content by text.
    package func write(_ text: String) throws(FileFailure) {
        try write(Array(text.utf8))
    }

    /// The content, or nil where there is no such file.
    package func read() throws(FileFailure) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            guard errno == ENOENT else { throw .latest("open", path) }
            return nil
        }
        defer { close(file) }
        var content = [UInt8](repeating: 0, count: Self.sizeMax + 1)
        let count = try Self.fill(&content, from: file, path: path)
        guard count <= Self.sizeMax else { throw FileFailure(operation: "read", path: path, code: EFBIG) }
        return Array(content[..<count])
    }

    /// The content as text, or nil where there is no such file; bytes that are not UTF-8 are replaced.
    package func readText() throws(FileFailure) -> String? {
        try read().map { String(decoding: $0, as: UTF8.self) }
    }

    private static func fill(_ buffer: inout [UInt8], from file: Int32, path: String) throws(FileFailure) -> Int {
        var count = 0
        while count < buffer.count {
            let got = buffer.withUnsafeMutableBytes { bytes in
                let room = UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
                return Glibc.read(file, room.baseAddress, room.count)
            }
            if got < 0 {
                guard errno == EINTR else { throw .latest("read", path) }
                continue
            }
            if got == 0 { break }
            count += got
        }
        return count
    }

    private func write(_ content: [UInt8], to neighbour: String) throws(FileFailure) {
        let file = open(neighbour, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, access.rawValue)
        guard file >= 0 else { throw .latest("create", neighbour) }
        defer { close(file) }
        guard fchmod(file, access.rawValue) == 0 else { throw .latest("set the mode of", neighbour) }
        if isOwnedLikeFolder {
            var folder = stat()
            guard stat(FolderPath.parent(of: path), &folder) == 0, fchown(file, folder.st_uid, folder.st_gid) == 0
            else { throw .latest("set the owner of", neighbour) }
        }
        var written = 0
        while written < content.count {
            let count = content.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
                return Glibc.write(file, rest.baseAddress, rest.count)
            }
            guard count >= 0 || errno == EINTR else { throw .latest("write", neighbour) }
            written += max(0, count)
        }
        guard fsync(file) == 0 else { throw .latest("flush", neighbour) }
    }

    private func syncFolder() throws(FileFailure) {
        let folder = FolderPath.parent(of: path)
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw .latest("open", folder) }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw .latest("flush", folder) }
    }
}
