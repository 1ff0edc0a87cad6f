import Testing
import Vocabulary

@testable import AsteriskText

@Suite struct LintTests {
    @Test(
        arguments: [
            ("pjsip.conf", "[a]\ntype=aor\n[a]\ntype=aor\n", 3, .duplicateObject(name: "a", type: "aor", firstLine: 1)),
            ("pjsip.conf", "[a]\ntype=aor\nmax_contacts=1\nmax_contacts=2\n", 4, .duplicateOption("max_contacts")),
            ("pjsip.conf", "[a\ntype=aor\n", 1, .unclosedBracket),
            ("pjsip.conf", "[a](b\n", 1, .unclosedBracket),
            ("pjsip.conf", "[a](b)\ntype=aor\n", 1, .unknownTemplate("b")),
            ("pjsip.conf", "[a]\nmax_contacts=1\n", 1, .unknownType("a")),
            ("pjsip.conf", "[a]\ntype=phone\n", 1, .unknownType("a")),
            ("pjsip.conf", "[a]\ntype=endpoint\ncontxt=x\n", 3, .unknownOption("contxt", type: "endpoint")),
            ("pjsip.conf", "#include other.conf\n", 1, .hardInclude("other.conf")),
            ("pjsip.conf", "#tryinclude comxfailover/none.conf\n", 1, .unknownInclude("comxfailover/none.conf")),
            ("pjsip.conf", "type=aor\n", 1, .unreadable),
            ("pjsip.conf", "[a]\ntype=aor\nwords\n", 3, .unreadable),
            ("pjsip.conf", "[a]\ntype=aor\ncontact=x\u{7}\n", 3, .controlCharacter),
            ("extensions.conf", "[a]\n", 1, .emptyContext("a")),
            (
                "extensions.conf", "[a]\nexten => 1,1,NoOp()\nexten => 1,1,NoOp()\n", 3,
                .duplicateStep(context: "a", number: "1")
            ),
            ("extensions.conf", "[a]\nexten => 1,1,Goto(b,1,1)\n", 2, .unknownContext("b")),
            ("extensions.conf", "[a]\nexten => 1,1,Gosub(b,s,1(x))\n", 2, .unknownContext("b")),
            ("extensions.conf", "[a]\ninclude => b\n", 2, .unknownContext("b")),
            (
                "extensions.conf", "[a]\nextn => 1,1,NoOp()\ninclude => a\n", 2,
                .unknownOption("extn", type: "a context")
            ),
            ("rtp.conf", "[general]\nrtpstat=1\n", 2, .unknownOption("rtpstat", type: "rtp.conf")),
        ] as [(String, String, Int, LintFinding.Trouble)])
    func `each trouble is found with its file and line`(
        file: String, text: String, line: Int, trouble: LintFinding.Trouble
    ) {
        let findings = Lint.findings(in: files([file: text]))
        #expect(findings.contains(LintFinding(file, line, trouble)), "\(findings)")
    }

    @Test func `a line that Asterisk would cut is found`() {
        let text = "[a]\ntype=aor\ncontact=" + String(repeating: "x", count: Lint.lineLengthMax) + "\n"
        #expect(Lint.findings(in: files(["pjsip.conf": text])).contains { $0.trouble == .lineTooLong })
    }

    @Test func `a lost marker is found`() throws {
        var files = RenderedFiles(try SampleHouse.plan())
        files.expectation.generation = "another"
        #expect(Lint.findings(in: files).map(\.trouble) == [.missingMarker])
        #expect(Lint.findings(in: files)[0].description.contains("marker"))
    }

    @Test func `what is sound is not found`() {
        let text = """
            ; a comment ; and one more
            [base](!)
            type=aor
            [a](base)
            max_contacts=1 ; one
            [a]
            type=auth
            [a](+)
            """
        let findings = Lint.findings(in: files(["pjsip.conf": text])).map(\.trouble)
        #expect(findings == [.missingMarker, .unknownType("a")])
    }

    private func files(_ texts: [String: String]) -> RenderedFiles {
        let expectation = LoadExpectation(generation: "g", endpoints: 0, aors: 0, contexts: [])
        return RenderedFiles(texts: texts, expectation: expectation)
    }
}
