import Foundation
import HostSystem
import TestSupport
import Testing

@Suite struct AsteriskFolderTests {
    private let folder: TemporaryFolder
    private let files: AsteriskFolder

    init() throws {
        folder = try TemporaryFolder()
        files = AsteriskFolder(folder: folder.path, signature: "; ours")
    }

    private func facts(_ name: String) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
    }

    @Test func `texts are written, read, and removed where there is none`() throws {
        try files.write(["pjsip.conf": "; ours\n", "comxfailover/staff.conf": "; ours too\n"])
        #expect(try files.read(["pjsip.conf", "comxfailover/staff.conf", "none.conf"]).count == 2)
        try files.write(["comxfailover/staff.conf": nil])
        #expect(try files.read(["comxfailover/staff.conf"]).isEmpty)
    }

    @Test func `a file of somebody else is kept aside once`() throws {
        let aside = "rtp.conf" + AsteriskFolder.asideSuffix
        try files.write(["rtp.conf": "somebody's\n"])
        try files.write(["rtp.conf": "; ours, first\n"])
        try files.write(["rtp.conf": "; ours, second\n"])
        #expect(try files.read([aside, "rtp.conf"]) == [aside: "somebody's\n", "rtp.conf": "; ours, second\n"])
    }

    @Test func `what is made belongs to whom the folder belongs to, and nobody else reads it`() throws {
        // Another user where this runs as root, the same one where it does not.
        let owner = geteuid() == 0 ? 65_534 : Int(geteuid())
        if geteuid() == 0 {
            try FileManager.default.setAttributes([.ownerAccountID: owner], ofItemAtPath: folder.path)
        }
        try files.write(["pjsip.conf": "; ours\n", "comxfailover/staff.conf": "; ours\n"])
        for name in ["pjsip.conf", "comxfailover", "comxfailover/staff.conf"] {
            #expect(try facts(name)[.ownerAccountID] as? Int == owner, "\(name)")
        }
        #expect(try facts("comxfailover/staff.conf")[.posixPermissions] as? Int == 0o640)
    }
}
