import Glibc
import HostSystem
import TestSupport
import Testing

struct DaemonLockTests {
    @Test func `one folder serves one daemon, and the second hears whose it is`() throws {
        let folder = try TemporaryFolder()
        let lock = try DaemonLock(stateFolder: folder.path)
        let failure = #expect(throws: DaemonLockFailure.self) { try DaemonLock(stateFolder: folder.path) }
        #expect(failure == .heldBy(processID: getpid(), stateFolder: folder.path))
        let words = "another comxfailover (process \(getpid())) uses \(folder.path); "
        #expect(failure?.description == words + "stop it first, or set another state folder")
        #expect(lock.path == folder.path + "/comxfailover.lock")
    }

    @Test func `a lock that was let go is free again`() throws {
        let folder = try TemporaryFolder()
        do {
            let lock = try DaemonLock(stateFolder: folder.path)
            withExtendedLifetime(lock) {}
        }
        #expect(throws: Never.self) { try DaemonLock(stateFolder: folder.path) }
    }

    @Test func `a file left by a dead daemon bars nobody`() throws {
        let folder = try TemporaryFolder()
        try AtomicFile(path: folder.path + "/comxfailover.lock").write("999999999\n")
        let lock = try DaemonLock(stateFolder: folder.path)
        #expect(try AtomicFile(path: lock.path).readText() == "\(getpid())\n")
    }

    @Test func `a folder that is not there is named`() {
        let failure = #expect(throws: DaemonLockFailure.self) { try DaemonLock(stateFolder: "/no-such-folder") }
        #expect(
            failure?.description == "cannot open /no-such-folder/comxfailover.lock: No such file or directory")
    }
}
