import Glibc
import Ports
import Wire

/// One file on the disk, open for reading: the one that Asterisk writes or one that was renamed.
struct CallFile: ~Copyable {
    let path: String
    let number: UInt64
    let size: UInt64
    /// When it was last written, in nanoseconds, for the order of renamed files.
    let written: Int64

    private let descriptor: Int32

    /// Nil where there is no such file.
    static func open(_ path: String) throws(CallFileFailure) -> CallFile? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw .latest("read", path) }
            return nil
        }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else {
            let failure = CallFileFailure.latest("read", path)
            close(descriptor)
            throw failure
        }
        let written = Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec)
        return CallFile(
            path: path, number: UInt64(facts.st_ino), size: UInt64(facts.st_size), written: written,
            descriptor: descriptor)
    }

    private init(path: String, number: UInt64, size: UInt64, written: Int64, descriptor: Int32) {
        self.path = path
        self.number = number
        self.size = size
        self.written = written
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Up to `count` bytes from `offset` on.
    func read(_ count: Int, at offset: UInt64) throws(CallFileFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var have = 0
        while have < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                let room = UnsafeMutableRawBufferPointer(rebasing: buffer[have...])
                return pread(descriptor, room.baseAddress, room.count, off_t(offset) + off_t(have))
            }
            if got < 0 {
                guard errno == EINTR else { throw .latest("read", path) }
                continue
            }
            if got == 0 { break }
            have += got
        }
        return Array(bytes.prefix(have))
    }

    /// Whether what stands before `position` is what was read there.
    func fits(_ position: CallFilePosition) throws(CallFileFailure) -> Bool {
        guard number == position.file, size >= position.offset else { return false }
        return try fingerprint(before: position.offset) == position.fingerprint
    }

    func position(at offset: UInt64) throws(CallFileFailure) -> CallFilePosition {
        CallFilePosition(file: number, offset: offset, fingerprint: try fingerprint(before: offset))
    }

    private func fingerprint(before offset: UInt64) throws(CallFileFailure) -> UInt64 {
        let count = min(offset, UInt64(CallFilePosition.fingerprintBytes))
        return CallFilePosition.fingerprint(of: try read(Int(count), at: offset - count))
    }
}
