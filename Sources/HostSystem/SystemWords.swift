import Glibc

/// The system's own words for its error numbers.
enum SystemWords {
    static func text(of code: Int32) -> String {
        guard let words = strerror(code) else { return "error \(code)" }
        return String(cString: words)
    }
}
