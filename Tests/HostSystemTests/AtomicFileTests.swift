import Glibc
import HostSystem
import TestSupport
import Testing

struct AtomicFileTests {
    private func mode(of path: String) -> mode_t {
        var entry = stat()
        return stat(path, &entry) == 0 ? entry.st_mode & 0o777 : 0
    }

    @Test func `what is written is read back`() throws {
        let folder = try TemporaryFolder()
        let file = AtomicFile(path: folder.path + "/note")
        try file.write("first")
        try file.write("second")
        #expect(try file.readText() == "second")
    }

    @Test func `a missing file reads as nil`() throws {
        let folder = try TemporaryFolder()
        #expect(try AtomicFile(path: folder.path + "/none").read() == nil)
    }

    @Test func `an empty file is not a missing one`() throws {
        let folder = try TemporaryFolder()
        let file = AtomicFile(path: folder.path + "/empty")
        try file.write([])
        #expect(try file.read() == [])
    }

    @Test(arguments: [AtomicFile.Access.everybodyReads, .ownerOnly])
    func `the mode is exact whatever the process's mask`(access: AtomicFile.Access) throws {
        let folder = try TemporaryFolder()
        let file = AtomicFile(path: folder.path + "/secret", access: access)
        try file.write("x")
        #expect(mode(of: file.path) == access.rawValue)
    }

    @Test func `a secret replaces a file that others could read`() throws {
        let folder = try TemporaryFolder()
        try AtomicFile(path: folder.path + "/secret").write("old")
        try AtomicFile(path: folder.path + "/secret", access: .ownerOnly).write("new")
        #expect(mode(of: folder.path + "/secret") == 0o600)
    }

    @Test func `what a crash left behind neither shows nor hinders`() throws {
        let folder = try TemporaryFolder()
        let file = AtomicFile(path: folder.path + "/note")
        try file.write("whole")
        try AtomicFile(path: folder.path + "/note.new").write("ha")
        #expect(try file.readText() == "whole")
        try file.write("next")
        #expect(try file.readText() == "next")
        #expect(access(folder.path + "/note.new", F_OK) != 0)
    }

    @Test func `a failed write leaves the old content and no neighbour`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/note"
        try #require(mkdir(path, 0o700) == 0)
        try AtomicFile(path: path + "/inside").write("here")
        #expect(throws: FileFailure(operation: "rename to", path: path, code: EISDIR)) {
            try AtomicFile(path: path).write("text")
        }
        #expect(try AtomicFile(path: path + "/inside").readText() == "here")
        #expect(access(path + ".new", F_OK) != 0)
    }

    @Test func `a missing folder is named`() throws {
        let failure = #expect(throws: FileFailure.self) { try AtomicFile(path: "/no-such-folder/note").write("x") }
        #expect(failure?.description == "cannot create /no-such-folder/note.new: No such file or directory")
    }

    @Test func `a file above the limit is refused`() throws {
        let folder = try TemporaryFolder()
        let file = AtomicFile(path: folder.path + "/large")
        try file.write([UInt8](repeating: 1, count: AtomicFile.sizeMax))
        #expect(try file.read()?.count == AtomicFile.sizeMax)
        try file.write([UInt8](repeating: 1, count: AtomicFile.sizeMax + 1))
        #expect(throws: FileFailure(operation: "read", path: file.path, code: EFBIG)) { try file.read() }
    }
}
