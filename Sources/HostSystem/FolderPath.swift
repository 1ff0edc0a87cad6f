import Glibc

/// Folders by their path: the one a file is in, and making sure that one is there.
enum FolderPath {
    /// The folder that holds the file at `path`.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the folder at `path` with `mode`, unless there is one; its parent must be there.
    static func ensure(_ path: String, mode: mode_t = 0o750) throws(FileFailure) {
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw .latest("make the folder", path) }
    }
}
