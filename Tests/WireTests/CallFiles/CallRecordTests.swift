import SeededTestKit
import Testing
import Vocabulary

@testable import Wire

struct CallRecordTests {
    private static let line = """
        "call-1","test-1795634048.6","test-1795634048.5","201","00431234","guests","PJSIP/201-00000001",\
        "PJSIP/trunk-00000002","1795634048.123456","1795634050.000000","1795634060.5","12",\
        "10","ANSWERED","","trunk","201","1001","7"
        """

    private func record(_ text: String) throws(CallFileError) -> CallRecord {
        try CallRecord(line: Array(text.utf8)[...])
    }

    @Test func `a line becomes a record`() throws {
        let record = try record(Self.line)
        #expect(record.callID == "call-1")
        #expect(record.uniqueID == "test-1795634048.6")
        #expect(record.destination == "00431234")
        #expect(record.start == WallTime(microseconds: 1_795_634_048_123_456))
        #expect(record.answer == WallTime(microseconds: 1_795_634_050_000_000))
        #expect(record.end == WallTime(microseconds: 1_795_634_060_500_000))
        #expect(record.seconds == 12)
        #expect(record.billableSeconds == 10)
        #expect(record.disposition == "ANSWERED")
        #expect(record.room == "201")
        #expect(record.caller == "1001")
        #expect(record.sequence == 7)
    }

    @Test func `a call that nobody took was never answered`() throws {
        #expect(try record(Self.line.replacing("1795634050.000000", with: "0.000000")).answer == nil)
        #expect(try record(Self.line.replacing("1795634050.000000", with: "")).answer == nil)
    }

    @Test func `quotes and commas inside a value stay`() {
        let text = #""a,b","say ""hello""","plain","""#
        #expect(CSVLine.values(Array(text.utf8)[...]) == ["a,b", #"say "hello""#, "plain", ""])
    }

    @Test(arguments: [
        #""a"#, #""a"b,"c""#, #"a"b"#, #""a""# + "\"", "a", #""a",b"#, #""a","#,
    ])
    func `quotes that do not fit are refused`(text: String) {
        #expect(CSVLine.values(Array(text.utf8)[...]) == nil)
    }

    @Test func `what somebody sends as a number becomes no line of its own`() {
        // As Asterisk writes it: each quote doubled, and ends of lines as they are.
        let sent = Self.line.replacing("\"", with: "\"\"")
        let digits = Self.line.replacing("\"", with: "")
        for part in [sent, digits] { #expect((try? record(part)) == nil) }
    }

    @Test func `a bad line says what is wrong with it`() {
        #expect(throws: CallFileError.notSeparated) { try record(#""a"#) }
        #expect(throws: CallFileError.notSeparated) { try record("a") }
        #expect(throws: CallFileError.wrongCount(found: 1, expected: 19)) { try record(#""a""#) }
        #expect(throws: CallFileError.badValue(column: "duration", value: "-1")) {
            try record(Self.line.replacing("\"12\"", with: "\"-1\""))
        }
        #expect(throws: CallFileError.badValue(column: "start", value: "soon")) {
            try record(Self.line.replacing("1795634048.123456", with: "soon"))
        }
        #expect(throws: CallFileError.badValue(column: "end", value: "")) {
            try record(Self.line.replacing("1795634060.5", with: ""))
        }
        #expect(throws: CallFileError.tooLong(bytes: CallColumns.lineBytesMax + 1)) {
            try record(String(repeating: "x", count: CallColumns.lineBytesMax + 1))
        }
    }

    @Test func `every cut of a line, and flipped bits, end in an error or a record, and never harm`() {
        let bytes = Array(Self.line.utf8)
        for end in 0..<bytes.count { #expect((try? CallRecord(line: bytes[..<end])) == nil) }
        var random = Seeded(seed: 13)
        for _ in 0..<5_000 {
            var broken = bytes
            broken[Int(random.next() % UInt64(broken.count))] ^= 1 << UInt8(random.next() % 8)
            _ = try? CallRecord(line: broken[...])
            _ = try? ChannelEventRecord(line: random.bytes(Int(random.next() % 100))[...])
        }
    }

    @Test func `a position is kept as text`() {
        let position = CallFilePosition(file: 12, offset: 345, fingerprint: 0xABCD)
        #expect(CallFilePosition(position.description) == position)
        for text in ["", "1:2", "a:2:3", "1:2:3:4", "1:-2:3"] { #expect(CallFilePosition(text) == nil) }
    }

    @Test func `the configuration has a value for each column`() {
        #expect(CallFiles.recordConfiguration.split(separator: "CSV_QUOTE").count - 1 == CallRecord.columns.count)
        #expect(
            CallFiles.eventConfiguration.split(separator: "CSV_QUOTE").count - 1 == ChannelEventRecord.columns.count)
    }
}
