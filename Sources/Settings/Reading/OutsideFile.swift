import Foundation

/// A file as it was read: its bytes, and who else may read it.
struct OutsideFile: Sendable {
    let bytes: [UInt8]
    /// The permission bits, 0o600 for instance.
    let permissions: UInt32

    /// Whether the group or everybody may read or write it.
    var isOpenToOthers: Bool { permissions & 0o066 != 0 }

    /// Reads an ordinary file of at most `sizeMax` bytes.
    static func read(_ path: String, sizeMax: Int) throws(FileTrouble) -> OutsideFile {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTrouble(errorNumber: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileTrouble(errorNumber: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .directory }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        let bytes = try readAll(descriptor, sizeMax: sizeMax)
        return OutsideFile(bytes: bytes, permissions: UInt32(status.st_mode) & 0o777)
    }

    /// Reads on to the end rather than trusting the size that was told; one byte more than allowed is enough to know.
    private static func readAll(_ descriptor: Int32, sizeMax: Int) throws(FileTrouble) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while bytes.count <= sizeMax {
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileTrouble(errorNumber: errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
        throw .tooLarge(limit: sizeMax)
    }
}
