import SeededTestKit
import Testing
import Vocabulary

@testable import Wire

struct AGICommandTests {
    private func text(_ command: AGICommand) -> String { String(decoding: command.bytes, as: UTF8.self) }

    @Test func `each command is one line as Asterisk reads it`() throws {
        #expect(text(.answer) == "ANSWER\n")
        #expect(text(.hangUp) == "HANGUP\n")
        #expect(text(.play(sound: "vm-youhave", endedBy: "0#")) == "STREAM FILE \"vm-youhave\" \"0#\"\n")
        #expect(
            text(.takeDigits(sound: "beep", patience: .seconds(5), digitsMax: 4)) == "GET DATA \"beep\" 5000 4\n")
        #expect(text(.sayDigits("31", endedBy: "")) == "SAY DIGITS \"31\" \"\"\n")
        #expect(text(.sayNumber(3, endedBy: "1")) == "SAY NUMBER 3 \"1\"\n")
        #expect(
            text(.sayTime(try TimeOfDay("07:30"), format: "IMp", endedBy: "*"))
                == "SAY DATETIME 27000 \"*\" \"IMp\" \"UTC\"\n")
        #expect(text(.setVariable("CHANNEL(language)", "fr")) == "SET VARIABLE \"CHANNEL(language)\" \"fr\"\n")
        #expect(text(.note("hello")) == "VERBOSE \"hello\" 3\n")
    }

    @Test func `whatever a text holds, it stays one argument of one line`() {
        #expect(text(.note("a\"b\\c\nANSWER\r\u{0}\u{7F}d")) == "VERBOSE \"a\\\"b\\\\cANSWERd\" 3\n")
        var random = Seeded(seed: 7)
        for _ in 0..<2_000 {
            let words = String(decoding: random.bytes(Int(random.next() % 64)), as: UTF8.self)
            let line = text(.setVariable("X", words))
            #expect(line.utf8.filter { $0 == 0x0A }.count == 1)
            #expect(line.hasSuffix("\"\n"))
            #expect(line.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
        }
    }

    @Test func `a line has a limit`() {
        let long = String(repeating: "\"", count: 5_000)
        #expect(AGICommand.note(long).bytes.count <= AGICommand.lineBytesMax + 1)
        #expect(text(.note(long)).hasSuffix("\" 3\n"))
    }
}
