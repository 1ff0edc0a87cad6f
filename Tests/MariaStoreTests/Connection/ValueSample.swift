import MariaStore
import Testing
import Vocabulary

/// A column type, a value for it, and what must come back.
struct ValueSample: Sendable, CustomTestStringConvertible {
    let name: String
    let type: String
    let stored: MariaValue
    let expected: MariaValue

    init(_ name: String, _ type: String, _ stored: MariaValue, as expected: MariaValue? = nil) {
        self.name = name
        self.type = type
        self.stored = stored
        self.expected = expected ?? stored
    }

    var testDescription: String { "\(name) in \(type)" }

    static let all = integers + reals + strings + binaries + moments

    static let integers: [ValueSample] = [
        .init("tiny_min", "TINYINT", .integer(-128)),
        .init("tiny_unsigned", "TINYINT UNSIGNED", .unsigned(255)),
        .init("small_min", "SMALLINT", .integer(-32768)),
        .init("small_unsigned", "SMALLINT UNSIGNED", .unsigned(65535)),
        .init("medium_min", "MEDIUMINT", .integer(-8_388_608)),
        .init("medium_unsigned", "MEDIUMINT UNSIGNED", .unsigned(16_777_215)),
        .init("int_min", "INT", .integer(-2_147_483_648)),
        .init("int_unsigned", "INT UNSIGNED", .unsigned(4_294_967_295)),
        .init("big_min", "BIGINT", .integer(.min)),
        .init("big_unsigned", "BIGINT UNSIGNED", .unsigned(.max)),
        .init("boolean", "BOOLEAN", .integer(1)),
        .init("year", "YEAR", .unsigned(2155)),
        .init("year_zero", "YEAR", .unsigned(0)),
    ]

    static let reals: [ValueSample] = [
        .init("float", "FLOAT", .double(Double(Float(0.1)))),
        .init("float_big", "FLOAT", .double(Double(Float(16_777_217)))),
        .init("double", "DOUBLE", .double(0.1)),
        .init("double_small", "DOUBLE", .double(2.2250738585072014e-308)),
        .init("decimal", "DECIMAL(38,10)", .text("-1234567890123456789012345678.0123456789")),
        .init("decimal_unsigned", "DECIMAL(65,0) UNSIGNED", .text(String(repeating: "9", count: 65))),
    ]

    static let strings: [ValueSample] = [
        .init("quotes", "VARCHAR(100)", .text(#"O'Neil "the" \n `x` -- ; %"#)),
        .init("nul", "VARCHAR(100)", .text("a\0b\0")),
        .init("empty", "VARCHAR(100)", .text("")),
        .init("emoji", "VARCHAR(100) CHARACTER SET utf8mb4", .text("🛎️ Zimmer 7 – ñ 漢字 𝄞")),
        .init("trailing_blanks", "VARCHAR(100)", .text("a  ")),
        .init("latin1", "VARCHAR(100) CHARACTER SET latin1", .text("Größe €")),
        .init("text_60k", "TEXT", .text(String(repeating: "0123456789é", count: 5000))),
        .init("text_70k", "MEDIUMTEXT", .text(String(repeating: "0123456789", count: 7000))),
        .init("json", "JSON", .text(#"{"name": "Zoë", "n": [1, 2.50, null]}"#)),
        .init("enum", "ENUM('clean', 'dirty', 'out''of')", .text("out'of")),
        .init("set", "SET('a', 'b', 'c')", .text("a,c")),
        .init("char", "CHAR(4)", .text("ab")),
        .init("bin_collation", "VARCHAR(20) COLLATE utf8mb4_bin", .text("Case")),
    ]

    static let binaries: [ValueSample] = [
        .init("bit1", "BIT(1)", .unsigned(1)),
        .init("bit64", "BIT(64)", .unsigned(1 << 63 | 1)),
        .init("bit_bytes", "BIT(10)", .bytes([2, 1]), as: .unsigned(513)),
        .init("bit_number", "BIT(10)", .unsigned(513)),
        .init("binary", "BINARY(4)", .bytes([0, 255, 39, 92])),
        .init("binary_padded", "BINARY(4)", .bytes([1]), as: .bytes([1, 0, 0, 0])),
        .init("varbinary_empty", "VARBINARY(10)", .bytes([])),
        .init("blob_all", "BLOB", .bytes(Array(0...255))),
        .init("blob_9m", "LONGBLOB", .bytes((0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })),
    ]

    static let moments: [ValueSample] = [
        .init("date", "DATE", .text("2024-02-29")),
        .init("date_zero", "DATE", .text("0000-00-00")),
        .init("date_partial", "DATE", .text("2024-00-00")),
        .init("datetime", "DATETIME", .text("9999-12-31 23:59:59")),
        .init("datetime6", "DATETIME(6)", .text("2024-02-29 12:34:56.000007")),
        .init("datetime3", "DATETIME(3)", .text("2024-02-29 12:34:56.120")),
        .init("datetime6_midnight", "DATETIME(6)", .text("2024-02-29 00:00:00.000000")),
        .init("datetime_zero", "DATETIME(6)", .text("0000-00-00 00:00:00.000000")),
        .init("timestamp", "TIMESTAMP NULL", .text("2038-01-19 03:14:07")),
        .init("timestamp6", "TIMESTAMP(6) NULL", .text("1970-01-01 00:00:01.000001")),
        .init("timestamp_zero", "TIMESTAMP NULL", .text("0000-00-00 00:00:00")),
        .init("time", "TIME", .text("-838:59:59")),
        .init("time_zero", "TIME", .text("00:00:00")),
        .init("time6", "TIME(6)", .text("-00:00:00.000001")),
        .init("time_day", "TIME(2)", .text("101:02:03.40")),
    ]
}
