import Glibc
import Ports

extension CallFileFailure {
    /// What the system refused just now.
    ///
    /// - Parameter deed: what was tried: `read`, `make`.
    static func latest(_ deed: String, _ path: String) -> CallFileFailure {
        let code = errno
        let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return CallFileFailure(words: "cannot \(deed) \(path): \(reason)")
    }
}
