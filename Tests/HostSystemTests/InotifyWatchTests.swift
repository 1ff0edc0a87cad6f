import Glibc
import HostSystem
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct InotifyWatchTests {
    /// Takes events until `count` came.
    private func take(_ count: Int, from iterator: inout AsyncStream<Void>.Iterator) async {
        for _ in 0..<count { await iterator.next() }
    }

    private func append(_ text: String, to path: String) throws {
        let file = open(path, O_WRONLY | O_APPEND)
        try #require(file >= 0)
        defer { close(file) }
        try #require(write(file, text, text.utf8.count) == text.utf8.count)
    }

    @Test func `each look finds whether something was written since`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/log"
        try AtomicFile(path: path).write("start")
        var events = InotifyWatch().writes(to: path).makeAsyncIterator()
        await take(1, from: &events)
        for round in 0..<20 {
            try append("round \(round)", to: path)
            await take(1, from: &events)
        }
    }

    @Test func `a thousand writes become few events`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/log"
        try AtomicFile(path: path).write("start")
        let stream = InotifyWatch().writes(to: path)
        var events = stream.makeAsyncIterator()
        await take(1, from: &events)
        for _ in 0..<1_000 { try append("x", to: path) }
        await take(1, from: &events)
    }

    @Test func `a file that is made later is found`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/later"
        var events = InotifyWatch().writes(to: path).makeAsyncIterator()
        await take(1, from: &events)
        try AtomicFile(path: path).write("here")
        await take(1, from: &events)
        try append("more", to: path)
        await take(1, from: &events)
    }

    @Test func `a file that is replaced is still watched`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/log"
        try AtomicFile(path: path).write("one")
        var events = InotifyWatch().writes(to: path).makeAsyncIterator()
        await take(1, from: &events)
        for round in 0..<5 {
            try AtomicFile(path: path).write("round \(round)")
            await take(1, from: &events)
        }
    }

    @Test func `a file that was moved away and made anew while somebody holds it open is found`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/log"
        try AtomicFile(path: path).write("one")
        let holder = open(path, O_RDONLY)
        defer { close(holder) }
        var events = InotifyWatch().writes(to: path).makeAsyncIterator()
        await take(1, from: &events)
        try #require(unlink(path) == 0)
        await take(1, from: &events)
        try AtomicFile(path: path).write("two")
        await take(1, from: &events)
        for round in 0..<5 {
            try append("round \(round)", to: path)
            await take(1, from: &events)
        }
    }
}
