import Foundation
import Glibc
import Subprocess

/// A small file system in memory, mounted where a node keeps its state, that a test can fill.
package struct SmallDisk: Sendable {
    private let folder: String
    private var ballast: String { folder + "/ballast" }

    /// Whether this process may mount one.
    package static var isPossible: Bool {
        get async {
            guard geteuid() == 0 else { return false }
            let folder = "/tmp/cxf-disk-\(getpid())"
            guard let disk = try? await SmallDisk(at: folder, mebibytes: 1) else { return false }
            disk.unmount()
            rmdir(folder)
            return true
        }
    }

    /// Mounts it at a folder, which is made.
    package init(at folder: String, mebibytes: Int) async throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let result = try await Subprocess.run(
            .name("mount"), arguments: ["-t", "tmpfs", "-o", "size=\(mebibytes)m,mode=700", "none", folder],
            output: .discarded, error: .discarded)
        guard result.terminationStatus.isSuccess else { throw LiveFailure.notStarted(program: "mount", number: 1) }
    }

    package var freeMebibytes: Int {
        var space = statvfs()
        guard statvfs(folder, &space) == 0 else { return 0 }
        return (Int(space.f_bavail) * Int(space.f_frsize)) >> 20
    }

    /// Writes until only so much is free.
    package func fill(leaving mebibytes: Int) throws {
        let block = Data(repeating: 1, count: 1 << 20)
        try Data().write(to: URL(fileURLWithPath: ballast))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: ballast))
        defer { try? file.close() }
        while freeMebibytes > mebibytes { try file.write(contentsOf: block) }
    }

    /// Gives the room back.
    package func free() throws { try FileManager.default.removeItem(atPath: ballast) }

    /// Takes it away, also while somebody still holds files on it; a pair does so at its end.
    func unmount() { umount2(folder, Int32(MNT_DETACH)) }
}
