/// One value of one column, as MariaDB's binary protocol carries it.
///
/// Dates, times and decimals travel as their exact text, binary columns as bytes, BIT as the number it spells.
package enum CellValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case unsigned(UInt64)
    case double(Double)
    case text(String)
    case bytes([UInt8])
}

extension CellValue {
    /// The kind's name as an error message says it.
    package var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "a signed integer"
        case .unsigned: "an unsigned integer"
        case .double: "a floating-point number"
        case .text: "text"
        case .bytes: "bytes"
        }
    }

    /// The value for people and for the conflict ledger: text as it is, bytes in hexadecimal behind `0x`, nil for NULL.
    package var readable: String? {
        switch self {
        case .null: nil
        case .integer(let value): String(value)
        case .unsigned(let value): String(value)
        case .double(let value): "\(value)"
        case .text(let value): value
        case .bytes(let value):
            "0x" + value.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
        }
    }
}
