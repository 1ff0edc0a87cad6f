import Glibc
import Ports
import Wire

/// Asterisk's log folder on this machine, as far as it holds the files of calls.
package struct CallFolder: CallFilesPort {
    private let folder: String

    /// - Parameter folder: Asterisk's log folder.
    package init(folder: String) { self.folder = folder }

    package func prepare() throws(CallFileFailure) {
        for name in CallFileName.allCases {
            guard let slash = name.path.lastIndex(of: "/") else { continue }
            try make(folder + "/" + name.path[..<slash])
        }
    }

    package func read(
        _ file: CallFileName, after position: CallFilePosition?
    ) throws(CallFileFailure) -> CallFileChunk {
        try CallFileTail(path: folder + "/" + file.path).read(after: position)
    }

    /// Makes a folder that belongs to whom the log folder belongs to, as open as that.
    private func make(_ path: String) throws(CallFileFailure) {
        var facts = stat()
        guard stat(folder, &facts) == 0 else { throw .latest("find Asterisk's log folder", folder) }
        guard mkdir(path, 0o700) == 0 else {
            guard errno == EEXIST else { throw .latest("make", path) }
            return
        }
        guard chown(path, facts.st_uid, facts.st_gid) == 0 else { throw .latest("give away", path) }
        guard chmod(path, facts.st_mode & 0o7777) == 0 else { throw .latest("open", path) }
    }
}
