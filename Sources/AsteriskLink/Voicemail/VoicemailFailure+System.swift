import Glibc
import Ports

extension VoicemailFailure {
    /// What the system refused just now.
    ///
    /// - Parameter deed: what was tried: `remove`, `make`.
    static func latest(_ deed: String, _ path: String) -> VoicemailFailure {
        let code = errno
        let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return VoicemailFailure(words: "cannot \(deed) \(path): \(reason)")
    }
}
