import CMariaDB
import Vocabulary

/// What the server said about one column of a result, reduced to what decoding needs.
struct ResultColumn {
    /// MariaDB's character set number for binary strings.
    private static let binaryCharacterSet: UInt32 = 63
    /// MariaDB's bit for an unsigned column.
    private static let unsignedFlag: UInt32 = 32

    let name: String
    let type: enum_field_types
    let isUnsigned: Bool
    let isBinary: Bool
    /// Digits after the second; 31 and above mean that the server does not say.
    let decimals: Int

    init(_ field: MYSQL_FIELD) {
        let bytes = UnsafeRawBufferPointer(start: field.name, count: Int(field.name_length))
        name = String(decoding: bytes, as: UTF8.self)
        type = field.type
        isUnsigned = field.flags & Self.unsignedFlag != 0
        isBinary = field.charsetnr == Self.binaryCharacterSet
        decimals = Int(field.decimals)
    }

    /// Reads one value of this column off the front of `bytes`; nil where the bytes end too early.
    func value(from bytes: inout BoundedBytes) -> MariaValue? {
        switch type {
        case MYSQL_TYPE_NULL: .null
        case MYSQL_TYPE_TINY: bytes.integer(Int8.self).map { number(Int64($0), UInt64(UInt8(bitPattern: $0))) }
        case MYSQL_TYPE_SHORT, MYSQL_TYPE_YEAR:
            bytes.integer(Int16.self).map { number(Int64($0), UInt64(UInt16(bitPattern: $0))) }
        case MYSQL_TYPE_LONG, MYSQL_TYPE_INT24:
            bytes.integer(Int32.self).map { number(Int64($0), UInt64(UInt32(bitPattern: $0))) }
        case MYSQL_TYPE_LONGLONG: bytes.integer(Int64.self).map { number($0, UInt64(bitPattern: $0)) }
        case MYSQL_TYPE_FLOAT: bytes.integer(UInt32.self).map { .double(Double(Float(bitPattern: $0))) }
        case MYSQL_TYPE_DOUBLE: bytes.integer(UInt64.self).map { .double(Double(bitPattern: $0)) }
        case MYSQL_TYPE_DATE, MYSQL_TYPE_NEWDATE: bytes.string().flatMap(TemporalText.date).map(MariaValue.text)
        case MYSQL_TYPE_DATETIME, MYSQL_TYPE_TIMESTAMP:
            bytes.string().flatMap { TemporalText.dateTime($0, decimals: decimals) }.map(MariaValue.text)
        case MYSQL_TYPE_TIME:
            bytes.string().flatMap { TemporalText.time($0, decimals: decimals) }.map(MariaValue.text)
        case MYSQL_TYPE_BIT: bytes.string().map { .unsigned($0.reduce(0) { $0 << 8 | UInt64($1) }) }
        case MYSQL_TYPE_GEOMETRY: bytes.string().map { .bytes(Array($0)) }
        case MYSQL_TYPE_NEWDECIMAL, MYSQL_TYPE_DECIMAL:
            bytes.string().map { .text(String(decoding: $0, as: UTF8.self)) }
        default: bytes.string().map(string)
        }
    }

    private func number(_ signed: Int64, _ unsigned: UInt64) -> MariaValue {
        isUnsigned ? .unsigned(unsigned) : .integer(signed)
    }

    private func string(_ bytes: UnsafeRawBufferPointer) -> MariaValue {
        guard !isBinary, let text = String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self) else {
            return .bytes(Array(bytes))
        }
        return .text(text)
    }
}
