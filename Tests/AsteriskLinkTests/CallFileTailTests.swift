import AsteriskLink
import Foundation
import Glibc
import Ports
import TestSupport
import Testing
import Wire

@Suite struct CallFileTailTests {
    private let folder: TemporaryFolder
    private let path: String
    private let tail: CallFileTail

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/calls.csv"
        tail = CallFileTail(path: path)
    }

    private func append(_ text: String, to path: String? = nil) throws {
        let path = path ?? self.path
        if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    /// Reads until everything is read.
    private func readAll(
        _ position: inout CallFilePosition?, notices: inout [CallFileChunk.Notice]
    ) throws -> [String] {
        var lines: [String] = []
        while true {
            let chunk = try tail.read(after: position)
            lines += chunk.lines.map { String(decoding: $0, as: UTF8.self) }
            notices += chunk.notices
            position = chunk.position
            if chunk.isCaughtUp { return lines }
        }
    }

    @Test func `lines are read once, and half a line waits for its end`() throws {
        var position: CallFilePosition?
        var notices: [CallFileChunk.Notice] = []
        #expect(try readAll(&position, notices: &notices) == [])
        try append("one\ntwo\nth")
        #expect(try readAll(&position, notices: &notices) == ["one", "two"])
        #expect(try readAll(&position, notices: &notices) == [])
        try append("ree\r\nfour\n")
        #expect(try readAll(&position, notices: &notices) == ["three", "four"])
        #expect(notices.isEmpty)
    }

    @Test func `a renamed file is read to its end before its successor`() throws {
        var position: CallFilePosition?
        var notices: [CallFileChunk.Notice] = []
        try append("one\n")
        #expect(try readAll(&position, notices: &notices) == ["one"])
        try append("two\nha")
        try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
        #expect(try readAll(&position, notices: &notices) == ["two"])
        try append("three\n")
        #expect(try readAll(&position, notices: &notices) == ["ha", "three"])
        #expect(try readAll(&position, notices: &notices) == [])
    }

    @Test func `several rotations while the daemon was away lose and double nothing`() throws {
        var position: CallFilePosition?
        var notices: [CallFileChunk.Notice] = []
        var number = 0
        var expected: [String] = []
        for round in 0..<4 {
            for _ in 0..<300 {
                number += 1
                expected.append("line \(number)")
                try append("line \(number)\n")
            }
            for old in stride(from: round, to: 0, by: -1) {
                try FileManager.default.moveItem(atPath: "\(path).\(old)", toPath: "\(path).\(old + 1)")
            }
            try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
            if round == 0 {
                let found = try readAll(&position, notices: &notices)
                #expect(found == expected)
                expected = []
            }
        }
        try append("last\n")
        #expect(try readAll(&position, notices: &notices) == expected + ["last"])
    }

    @Test func `a file that was cut off or replaced in place is read anew and said`() throws {
        var position: CallFilePosition?
        var notices: [CallFileChunk.Notice] = []
        try append("one\ntwo\n")
        _ = try readAll(&position, notices: &notices)
        truncate(path, 0)
        try append("a\n")
        #expect(try readAll(&position, notices: &notices) == ["a"])
        truncate(path, 0)
        try append("something longer\nb\n")
        #expect(try readAll(&position, notices: &notices) == ["something longer", "b"])
        #expect(notices == [.replaced, .replaced])
    }

    @Test func `a file that is gone is said and its successor read`() throws {
        var position: CallFilePosition?
        var notices: [CallFileChunk.Notice] = []
        try append("one\n")
        _ = try readAll(&position, notices: &notices)
        try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/elsewhere")
        try append("two\n")
        #expect(try readAll(&position, notices: &notices) == ["two"])
        #expect(notices == [.gone])
    }

    @Test func `more than one chunk and lines without end are read whole`() throws {
        var position: CallFilePosition?
        var notices: [CallFileChunk.Notice] = []
        let lines = (0..<20_000).map { "a line with the number \($0)" }
        try append(lines.joined(separator: "\n") + "\n")
        #expect(try readAll(&position, notices: &notices) == lines)
        try append(String(repeating: "x", count: CallFileTail.lineBytesMax + 1))
        #expect(try readAll(&position, notices: &notices).map(\.count) == [CallFileTail.lineBytesMax + 1])
        try append("\nnext\n")
        #expect(try readAll(&position, notices: &notices) == ["next"])
    }
}
