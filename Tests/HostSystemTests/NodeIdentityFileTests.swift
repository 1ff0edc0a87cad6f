import HostSystem
import Ports
import TestSupport
import Testing

struct NodeIdentityFileTests {
    @Test func `the identity is drawn once and kept`() throws {
        let folder = try TemporaryFolder()
        let clock = MemoryClock()
        let first = try NodeIdentityFile(stateFolder: folder.path, clock: clock).node()
        clock.advance(by: .seconds(60))
        let second = try NodeIdentityFile(stateFolder: folder.path, clock: clock).node()
        #expect(first == second)
        #expect(first.rawValue != 0)
    }

    @Test func `two folders are two nodes`() throws {
        let (left, right) = (try TemporaryFolder(), try TemporaryFolder())
        let one = try NodeIdentityFile(stateFolder: left.path, clock: MemoryClock()).node()
        let other = try NodeIdentityFile(stateFolder: right.path, clock: MemoryClock()).node()
        #expect(one != other)
    }

    @Test(arguments: [
        "", "node", "node 1\n", "node 0000000000000000\ncreated 5\n", "node xyz\ncreated 5\n",
        "node 1f\ncreated soon\n",
        "created 5\nnode 1f\n", "node 1f\ncreated 5\nmore 1\n", "\u{0}\u{0}",
    ])
    func `a broken file is named and never overwritten`(content: String) throws {
        let folder = try TemporaryFolder()
        let file = AtomicFile(path: folder.path + "/node-identity")
        try file.write(content)
        let failure = #expect(throws: IdentityFailure.self) {
            try NodeIdentityFile(stateFolder: folder.path, clock: MemoryClock()).node()
        }
        #expect(failure?.description.contains("is not a node identity") == true)
        #expect(try file.readText() == content)
    }

    @Test func `a folder that is not there is named`() {
        let failure = #expect(throws: IdentityFailure.self) {
            try NodeIdentityFile(stateFolder: "/no-such-folder", clock: MemoryClock()).node()
        }
        #expect(failure?.description.contains("No such file or directory") == true)
    }

    @Test func `every run and every feed gets its own number`() {
        let source = NodeIdentityFile(stateFolder: "/no-such-folder", clock: MemoryClock())
        #expect(source.drawBoot() != source.drawBoot())
        #expect(source.drawIncarnation() != source.drawIncarnation())
    }
}
