import AsteriskText
import Testing
import Vocabulary

@Suite struct SystemNameLineTests {
    @Test(arguments: [
        ("", "[options]\nsystemname = p\n"),
        ("[directories](!)\na => b\n", "[directories](!)\na => b\n[options]\nsystemname = p\n"),
        ("[options]\nverbose = 3\n[files]\n", "[options]\nsystemname = p\nverbose = 3\n[files]\n"),
        ("[options]\n;systemname = x\nsystemname=old ; mine\n", "[options]\n;systemname = x\nsystemname = p\n"),
        ("[options](!)\n[files]\nsystemname = x\n", "[options](!)\nsystemname = p\n[files]\nsystemname = x\n"),
    ])
    func `the name is set once and nothing else is touched`(text: String, expected: String) throws {
        let name = try TelephonyName("p")
        #expect(SystemNameLine.set(name, in: text) == expected)
        #expect(SystemNameLine.set(name, in: expected) == expected)
    }
}
