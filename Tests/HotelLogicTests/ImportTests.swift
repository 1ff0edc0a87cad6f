import HotelLogic
import Testing

/// Files of comma-separated values.
@Suite struct ImportTests {
    var house = House()

    @Test mutating func `a file is imported, whatever a spreadsheet did to it`() throws {
        let text =
            "\u{feff}Number;Party;Name;Room\r\n1001;guest;\"Room; the \"\"first\"\"\";101\r\n\r\n201;staff; Anna ;\r\n"
        #expect(house.importing(text) == [])
        #expect(try house.entry("1001").name == "Room; the \"first\"")
        #expect(try house.entry("201").name == "Anna")
        #expect(try house.entry("1001").room == "101")
    }

    @Test mutating func `every bad line is named and nothing is imported`() {
        let text =
            "number,name,class\n201,Anna,3\n20x,Bert,3\n202,\"two\nlines\",3\n203,Carl,99\n204,Dora\n201,Emil,3\n"
        let short = house.importing(text)
        #expect(short == ["line 7: the line has 2 fields, the heading 3"])
        let lines = house.importing(text.replacing("204,Dora\n", with: ""))
        #expect(lines.map { String($0.prefix(7)) } == ["line 3:", "line 4:", "line 7:"])
        #expect(lines[0] == "line 3: `20x` is not a number to dial inside; one has 1 to 16 digits")
        let classes = house.importing("number,class\n201,3\n203,99\n")
        #expect(classes.count == 1 && classes[0].hasPrefix("line 3: 203: there is no class of service 99"))
    }

    @Test mutating func `a file that is imported again changes what is there, if that is wanted`() throws {
        #expect(house.importing("number,name\n201,Anna\n") == [])
        #expect(house.importing("number,name\n201,Berta\n202,Carl\n").count == 1)
        #expect(house.importing("number,name\n201,Berta\n202,Carl\n", updating: true) == [])
        #expect(try house.entry("201").name == "Berta")
        #expect(house.configuration.extensions.count == 2)
    }

    @Test(arguments: [
        ("", "the file is empty"), ("number\n", "nothing stands below"), ("name,name\n1,2\n", "twice"),
        ("color\nred\n", "no column `number`"), ("number,name\n201,\"open\n", "never closed"),
        ("number,name\n201,\"a\"b\n", "behind a closing quote"), ("number,colour\n201,red\n", "no field `colour`"),
        ("number,name\n201," + String(repeating: "x", count: 1_001) + "\n", "longer than 1000"),
    ])
    mutating func `a file that is none is refused in one line`(text: String, words: String) {
        let lines = house.importing(text)
        #expect(lines.count == 1 && lines[0].contains(words) && lines[0].hasPrefix("line "), "\(lines)")
    }

    @Test mutating func `more rows than the limit are refused`() {
        let rows = (0...CommaSeparatedText.rowsMax).map { "\(100_000 + $0)\n" }.joined()
        #expect(house.importing("number\n" + rows)[0].contains("more than 10000 rows"))
    }

    @Test mutating func `of many reasons the first fifty are told and the rest counted`() {
        let lines = house.importing("number\n" + (0..<60).map { "x\($0)\n" }.joined())
        #expect(lines.count == 51)
        #expect(lines.last == "and 10 more; nothing was changed")
    }
}
