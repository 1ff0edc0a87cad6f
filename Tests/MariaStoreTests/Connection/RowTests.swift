import MariaStore
import Testing
import Vocabulary

@Suite struct RowTests {
    private let row = MariaRow(
        columns: ["n", "i", "u", "d", "t", "b"],
        values: [.null, .integer(-1), .unsigned(.max), .double(1.5), .text("x"), .bytes([0, 1])])

    @Test func `a typed reader gives what the column holds`() throws {
        #expect(try row.integer("i") == -1)
        #expect(try row.unsigned("u") == .max)
        #expect(try row.double("d") == 1.5)
        #expect(try row.text("t") == "x")
        #expect(try row.bytes("b") == [0, 1])
        #expect(try row.bytes("t") == [0x78])
        #expect(try row.bool("u"))
        #expect(try row.optionalText("n") == nil)
        #expect(try row.optionalUnsigned("n") == nil)
        #expect(try row.double("i") == -1)
    }

    @Test func `a missing column and another kind are errors that name the column`() {
        #expect(throws: MariaRowError.noColumn("z", columns: row.columns)) { try row.text("z") }
        #expect(throws: MariaRowError.mismatch(column: "n", expected: "text", found: "NULL")) { try row.text("n") }
        #expect(throws: MariaRowError.self) { try row.unsigned("i") }
        #expect(throws: MariaRowError.self) { try row.integer("u") }
        #expect(throws: MariaRowError.self) { try row.bool("t") }
    }

    @Test func `an error's description is one line with number, state, words and a shortened statement`() {
        let long = "SELECT " + String(repeating: "x", count: 1000)
        let error = MariaError(number: 1054, sqlState: "42S22", message: "Unknown column 'x'", statement: long)
        #expect(error.statement?.count == MariaError.statementLengthMax + 1)
        #expect(error.description.hasPrefix("MariaDB error 1054 (42S22): Unknown column 'x' [SELECT xxx"))
    }
}
