import Foundation

/// A secret just drawn: 256 bits, as 43 characters that need no quoting anywhere.
struct NewSecret: Sendable {
    /// Bytes of chance in it.
    static let byteCount = 32

    let text: String

    init(using source: inout some RandomNumberGenerator) {
        let bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &source) }
        text = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Writes it to a new file, mode 0600; throws `VerbFailure` where the file exists or cannot be made.
    func write(to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data((text + "\n").utf8))
            try file.synchronize()
            try file.close()
        } catch {
            throw VerbFailure(status: .cannotCreate, words: "cannot write \(path): \(error)")
        }
    }

    private static func failure(_ path: String, _ number: Int32) -> VerbFailure {
        let reason = String(cString: strerror(number))
        return VerbFailure(status: .cannotCreate, words: "cannot make \(path): \(reason); a secret is never replaced")
    }
}
