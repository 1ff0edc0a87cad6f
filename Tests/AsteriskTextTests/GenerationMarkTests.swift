import Testing

@testable import AsteriskText

/// What Asterisk's console shows of a rendering, and what is never shown of one.
@Suite struct GenerationMarkTests {
    @Test func `the dialplan's generation is read from the globals`() {
        let lines = ["   A=1", "   COMXFAILOVER_GENERATION=00ab12cd34ef5678", ""]
        #expect(GenerationMarks.dialplan(inGlobals: lines) == "00ab12cd34ef5678")
        #expect(GenerationMarks.dialplan(inGlobals: ["   COMXFAILOVER_GENERATION="]) == nil)
        #expect(GenerationMarks.dialplan(inGlobals: []) == nil)
    }

    @Test func `a record that cannot be found is not loaded`() {
        #expect(GenerationMarks.isLoaded("00ab", inRecord: ["  Aor:  comxfailover-00ab     0"]))
        #expect(!GenerationMarks.isLoaded("00ab", inRecord: ["Unable to find object comxfailover-00ab."]))
        #expect(!GenerationMarks.isLoaded("00ab", inRecord: ["  Aor:  comxfailover-00ac     0"]))
    }

    @Test(arguments: [
        ("password=abc", "password=(secret)"), ("  Secret = abc", "  Secret =(secret)"),
        ("secret => abc", "secret =>(secret)"), ("201 => -4711,Anna,,,tz=x", "201 => (secret),Anna,,,tz=x"),
        ("201 => 4711,Anna", "201 => (secret),Anna"), ("context=from-staff", "context=from-staff"),
        ("exten => 201,1,Dial(x)", "exten => 201,1,Dial(x)"), ("; a word", "; a word"),
    ])
    func `passwords and PINs are hidden, in others' files too`(line: String, shown: String) {
        #expect(HiddenSecrets.hiding(in: line) == shown)
    }
}
