import AsteriskLink
import Foundation
import Ports
import TestSupport
import Testing
import Wire

@Suite struct CallFolderTests {
    private let folder: TemporaryFolder
    private let calls: CallFolder

    init() throws {
        folder = try TemporaryFolder()
        calls = CallFolder(folder: folder.path)
    }

    private func facts(_ name: String) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
    }

    @Test func `the folders belong to whom the log belongs to, and are as open`() throws {
        // Another user where this runs as root, the same one where it does not.
        let owner = geteuid() == 0 ? 65_534 : Int(geteuid())
        var wanted: [FileAttributeKey: Any] = [.posixPermissions: 0o2750]
        if geteuid() == 0 { wanted[.ownerAccountID] = owner }
        try FileManager.default.setAttributes(wanted, ofItemAtPath: folder.path)
        try calls.prepare()
        for name in ["cdr-custom", "cel-custom"] {
            #expect(try facts(name)[.ownerAccountID] as? Int == owner)
            #expect(try facts(name)[.posixPermissions] as? Int == 0o2750)
        }
    }

    @Test func `what is there is let alone, and its lines are read`() throws {
        try calls.prepare()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: folder.path + "/cdr-custom")
        try calls.prepare()
        #expect(try facts("cdr-custom")[.posixPermissions] as? Int == 0o700)
        try "one\n".write(toFile: folder.path + "/" + CallFiles.recordFile, atomically: false, encoding: .utf8)
        #expect(try calls.read(.records, after: nil).lines == [Array("one".utf8)])
        #expect(try calls.read(.events, after: nil).lines.isEmpty)
    }

    @Test func `a log folder that is not there is named`() {
        let failure = #expect(throws: CallFileFailure.self) { try CallFolder(folder: "/nowhere/at/all").prepare() }
        #expect(failure?.words.contains("/nowhere/at/all") == true)
    }
}
