import Glibc

/// A file operation that the system refused.
package struct FileFailure: Error, Sendable, Hashable {
    /// What was tried, as a verb: `write`, `lock`.
    package let operation: String
    package let path: String
    /// The system's error number, for instance `ENOSPC`.
    package let code: Int32

    package init(operation: String, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// The failure that `errno` tells of right after the call that failed.
    static func latest(_ operation: String, _ path: String) -> FileFailure {
        FileFailure(operation: operation, path: path, code: errno)
    }
}

extension FileFailure: CustomStringConvertible {
    package var description: String { "cannot \(operation) \(path): \(SystemWords.text(of: code))" }
}
