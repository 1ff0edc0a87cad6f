import AsteriskText
import HostSystem
import Ports
import TestSupport
import Testing

@Suite struct TemplateFolderTests {
    @Test func `a file named after the family overrides its template, from the next look on`() throws {
        let folder = try TemporaryFolder()
        let templates = TemplateFolder(folder: folder.path)
        #expect(try templates.overriding(.yealink) == nil)
        try AtomicFile(path: folder.path + "/yealink.tmpl").write("a = {{mac}}\n")
        #expect(try templates.overriding(.yealink)?.text == "a = {{mac}}\n")
        #expect(try templates.overriding(.yealink)?.path == folder.path + "/yealink.tmpl")
        #expect(try templates.overriding(.poly) == nil)
    }

    @Test func `a folder that is not there overrides nothing`() throws {
        #expect(try TemplateFolder(folder: "/nowhere/templates").overriding(.cisco) == nil)
    }

    @Test func `a template that cannot be read is never passed over in silence`() throws {
        let folder = try TemporaryFolder()
        let templates = TemplateFolder(folder: folder.path)
        try AtomicFile(path: folder.path + "/poly.tmpl").write([0xFF, 0xFE, 0x00])
        #expect(throws: ConsoleFailure.self) { try templates.overriding(.poly) }
        try AtomicFile(path: folder.path + "/cisco.tmpl").write([UInt8](repeating: 65, count: AtomicFile.sizeMax + 1))
        #expect(throws: ConsoleFailure.self) { try templates.overriding(.cisco) }
    }

    @Test func `every built-in template survives its way through a file`() throws {
        let folder = try TemporaryFolder()
        for family in PhoneFamily.allCases {
            let path = folder.path + "/" + BuiltInTemplate.fileName(of: family)
            try AtomicFile(path: path).write(BuiltInTemplate.text(of: family))
            let text = try #require(try TemplateFolder(folder: folder.path).overriding(family)).text
            #expect(text == BuiltInTemplate.text(of: family))
            _ = try TemplateText(text)
        }
    }
}
