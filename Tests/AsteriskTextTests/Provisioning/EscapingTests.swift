import AsteriskText
import SeededTestKit
import Testing

@Suite struct EscapingTests {
    private static let pieces = [
        "<", ">", "&", "\"", "'", ";", "[", "]", "=", "#", "%", "\\", "/", "{{", "}}", "]]>", "<!--", "-->", "&amp;",
        "é", "日本", "👩‍👩‍👧", "a", "B", "7", " ", "\u{0301}",
    ]

    /// Texts that nobody would think of, the same ones every time.
    private func texts(_ count: Int, seed: UInt64) -> [String] {
        var generator = Seeded(seed: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 1..<12, using: &generator)).map { _ in
                Self.pieces.randomElement(using: &generator) ?? ""
            }.joined()
        }
    }

    @Test func `any text comes back from an XML file as it was, as element and as attribute`() throws {
        for text in texts(500, seed: 1) {
            let written = try FileKind.xml.escaped(text, name: .password)
            let file = try MarkupFile("<a><b c=\"\(written)\">\(written)</b></a>")
            #expect(file["b"] == text)
            #expect(file.attributes["c"] == text)
        }
    }

    @Test func `any text comes back from a file of lines as it was, or is refused`() throws {
        for text in texts(500, seed: 2) {
            guard let written = try? FileKind.keyValue.escaped(text, name: .password) else {
                #expect(text.unicodeScalars.first == " " || text.unicodeScalars.last == " ")
                continue
            }
            #expect(try KeyValueFile("a = \(written)")["a"] == text)
        }
    }

    @Test func `a file of sections gets no character that means something in it`() {
        for text in texts(500, seed: 3) {
            let hasMark = text.unicodeScalars.contains { ";'\"[]".unicodeScalars.contains($0) }
            let hasMargin = text.unicodeScalars.first == " " || text.unicodeScalars.last == " "
            let written = try? FileKind.sections.escaped(text, name: .password)
            #expect(written == (hasMark || hasMargin ? nil : text))
            let words = try? FileKind.sections.escapedWords(text, name: .displayName)
            #expect(words?.unicodeScalars.contains { ";'\"[]".unicodeScalars.contains($0) } == false)
        }
    }

    @Test(arguments: FileKind.allCases)
    func `an end of line or a control character is refused in every kind`(kind: FileKind) {
        for code in [0, 9, 10, 13, 0x1B, 0x7F, 0x85, 0x2028, 0x2029, 0xFFFE] as [UInt32] {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let text = "Room\(Character(scalar))account.1.password = x"
            #expect(throws: ProvisioningFault.controlCharacter(.displayName, code)) {
                try kind.escapedWords(text, name: .displayName)
            }
            #expect(throws: ProvisioningFault.controlCharacter(.password, code)) {
                try kind.escaped(text, name: .password)
            }
        }
    }

    @Test func `a value has a largest length`() throws {
        let limit = TemplateValue.lengthMax
        #expect(try FileKind.xml.escaped(String(repeating: "a", count: limit), name: .label).count == limit)
        #expect(throws: ProvisioningFault.tooLong(.label, length: limit + 1)) {
            try FileKind.xml.escaped(String(repeating: "a", count: limit + 1), name: .label)
        }
    }

    @Test(arguments: PhoneFamily.allCases)
    func `a guest's name never becomes a setting`(family: PhoneFamily) throws {
        let plain = try SamplePhones.file(SamplePhones.device(family.rawValue, .guest))
        for text in texts(60, seed: 4) + ["x\" reg.1.address=\"9", "</P47><P47>evil", "a = b", "<!--", "' ; x = y"] {
            let account = ProvisionedAccount(line: 1, extension: "201", displayName: text, label: "201", password: "p")
            let file = try SamplePhones.file(SamplePhones.device(family.rawValue, .guest, accounts: [account]))
            switch family.fileKind {
            case .xml:
                let (read, expected) = (try MarkupFile(file), try MarkupFile(plain))
                #expect(read.texts.keys.sorted() == expected.texts.keys.sorted())
                #expect(read.attributes.keys.sorted() == expected.attributes.keys.sorted())
            case .keyValue, .sections:
                let hasTables = family.fileKind == .sections
                let read = try KeyValueFile(file, hasTables: hasTables)
                let expected = try KeyValueFile(plain, hasTables: hasTables)
                #expect(read.values.keys.sorted() == expected.values.keys.sorted())
                #expect(read.tables.count == expected.tables.count)
            }
        }
    }

    @Test(arguments: PhoneFamily.allCases)
    func `a password with an end of line makes no file`(family: PhoneFamily) throws {
        let account = ProvisionedAccount(line: 1, extension: "201", displayName: "a", password: "p\nq")
        let device = try SamplePhones.device(family.rawValue, .guest, accounts: [account])
        #expect(throws: ProvisioningFault.controlCharacter(.password, 10)) { try SamplePhones.file(device) }
    }
}
