import Glibc

/// Why a call file cannot be read.
package struct CallFileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package let path: String
    /// The system's error number.
    package let code: Int32

    package init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    package var description: String {
        "cannot read \(path): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")"
    }
}
