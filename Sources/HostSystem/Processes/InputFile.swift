import Glibc
import SystemPackage

/// What a program is given to read, as a file without a name that stands at its beginning.
struct InputFile {
    private static let folder = "/tmp"
    private static let nothing = "/dev/null"

    let descriptor: FileDescriptor

    init(_ text: String) throws {
        guard !text.isEmpty else {
            descriptor = try FileDescriptor.open(FilePath(Self.nothing), .readOnly, options: .closeOnExec)
            return
        }
        let path = "\(Self.folder)/comxfailover-input-\(UInt64.random(in: 0...UInt64.max))"
        descriptor = try FileDescriptor.open(
            FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: .ownerReadWrite)
        unlink(path)
        do {
            try descriptor.writeAll(text.utf8)
            try descriptor.seek(offset: 0, from: .start)
        } catch {
            close()
            throw error
        }
    }

    func close() { try? descriptor.close() }
}
