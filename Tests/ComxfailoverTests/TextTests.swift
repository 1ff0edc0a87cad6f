import Testing
import Vocabulary

@testable import comxfailover

/// Words, widths, numbers and times.
@Suite struct TextTests {
    @Test(arguments: [
        ("abc", 3), ("Küche", 5), ("e\u{301}", 1), ("客室", 4), ("🔔", 2), ("", 0), ("한국", 4), ("½", 1),
    ])
    func `the width of a text is what the terminal shows`(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test(arguments: [
        ("客室番号", 5, "客室…"), ("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
    func `a text is cut between characters and marked`(text: String, width: Int, cut: String) {
        #expect(text.truncated(to: width) == cut)
        #expect(text.truncated(to: width).displayWidth <= width)
    }

    @Test(arguments: [
        ("\u{1b}[2Jgone", "\\u{1b}[2Jgone"), ("a\nb", "a\\u{a}b"), ("a\u{202e}b", "a\\u{202e}b"),
        ("\u{9b}31m", "\\u{9b}31m"), ("plain ü 客", "plain ü 客"),
    ])
    func `data cannot steer the terminal`(text: String, shown: String) {
        #expect(text.printable == shown)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345")])
    func `numbers are grouped by thousands`(number: Int, words: String) {
        #expect(Numbers.grouped(number) == words)
    }

    @Test func `the largest numbers are grouped too`() {
        #expect(Numbers.grouped(UInt64.max) == "18,446,744,073,709,551,615")
        #expect(Numbers.grouped(Int64.min) == "-9,223,372,036,854,775,808")
    }

    @Test(arguments: [
        (0.004, "0.00 ms"), (3.42, "3.42 ms"), (12.34, "12.3 ms"), (250, "250 ms"), (1_500, "1.50 s"),
        (120_000, "2 min"),
    ])
    func `milliseconds keep the figures that count`(value: Double, words: String) {
        #expect(Numbers.milliseconds(value) == words)
    }

    @Test(arguments: [
        (0, "0.0 s"), (0.24, "0.2 s"), (1, "1 s"), (59, "59 s"), (60, "1 min"), (125, "2 min 5 s"), (3_600, "1 h"),
        (11_520, "3 h 12 min"), (86_400, "1 d"), (273_600, "3 d 4 h"), (-5, "0.0 s"), (.infinity, "ever"),
    ])
    func `a span has at most two units`(seconds: Double, words: String) {
        #expect(Span.words(seconds: seconds) == words)
    }

    @Test func `a moment is told from the present one, also where clocks disagree`() {
        let now = WallTime(microseconds: 1_000_000_000)
        #expect(Span.ago(WallTime(microseconds: 997_000_000), now: now) == "3 s ago")
        #expect(Span.ago(WallTime(microseconds: 999_900_000), now: now) == "just now")
        #expect(Span.ago(WallTime(microseconds: 1_005_000_000), now: now) == "in 5 s")
        #expect(Span.since(WallTime(microseconds: 1_005_000_000), now: now) == "0.0 s")
    }

    @Test func `a paragraph breaks between words and keeps its margin`() {
        let layout = Layout(width: 30, style: .plain)
        let lines = Paragraph.lines("one two three four five six seven", lead: "-> ", indent: 3, on: layout)
        #expect(lines == ["-> one two three four five six", "   seven"])
        #expect(Paragraph.lines("", indent: 2, on: layout) == ["  "])
        let endless = String(repeating: "x", count: 50)
        #expect(Paragraph.lines(endless, on: layout) == [endless])
    }

    @Test func `a table leaves out spare columns before it cuts others`() {
        var table = TextTable([
            .init(heading: "NAME", shrinks: true), .init(heading: "SPARE", spare: 1), .init(heading: "N", right: true),
        ])
        table.add([.init("a-rather-long-name"), .init("useless"), .init("12")])
        #expect(table.lines(on: Layout(width: nil, style: .plain))[1] == "a-rather-long-name  useless  12")
        #expect(table.lines(on: Layout(width: 24, style: .plain))[1] == "a-rather-long-name  12")
        #expect(table.lines(on: Layout(width: 16, style: .plain))[1] == "a-rather-lo…  12")
        #expect(table.lines(on: Layout(width: 2, style: .plain))[1] == "a-rathe…  12")
    }
}
