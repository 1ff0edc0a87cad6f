import CMariaDB
import Vocabulary

/// One column of an array binding: contiguous numbers, or contiguous string bytes with a pointer and a length each.
struct BulkColumn {
    private let kind: BulkKind
    private let indicators: UnsafeMutablePointer<CChar>
    private let numbers: UnsafeMutablePointer<UInt64>
    private let lengths: UnsafeMutablePointer<UInt>
    private let pointers: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
    private let strings: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var used = 0

    /// Room for `rowCount` values and, where they are strings, for `bytes` bytes in all.
    init(_ kind: BulkKind, rowCount: Int, bytes: Int) {
        self.kind = kind
        let stringCount = kind.isString ? rowCount : 0
        indicators = .allocate(capacity: rowCount)
        numbers = .allocate(capacity: max(1, rowCount - stringCount))
        lengths = .allocate(capacity: max(1, stringCount))
        pointers = .allocate(capacity: max(1, stringCount))
        strings = .allocate(capacity: max(1, bytes))
    }

    func deallocate() {
        indicators.deallocate()
        numbers.deallocate()
        lengths.deallocate()
        pointers.deallocate()
        strings.deallocate()
    }

    /// Adds the next row's value.
    mutating func append(_ value: MariaValue) {
        let isNull = value == .null
        indicators[count] = CChar(isNull ? STMT_INDICATOR_NULL.rawValue : STMT_INDICATOR_NONE.rawValue)
        if kind.isString { appendString(value) } else { numbers[count] = value.bits }
        count += 1
    }

    /// Writes into `bind` where this column's values are.
    func describe(in bind: inout MYSQL_BIND) {
        bind.buffer_type = kind.fieldType
        bind.is_unsigned = kind == .unsigned ? 1 : 0
        bind.u.indicator = indicators
        bind.buffer = kind.isString ? UnsafeMutableRawPointer(pointers) : UnsafeMutableRawPointer(numbers)
        bind.length = kind.isString ? lengths : nil
    }

    private mutating func appendString(_ value: MariaValue) {
        switch value {
        case .null: copy(UnsafeBufferPointer(start: nil, count: 0))
        case .integer(let number): copy(number.description)
        case .unsigned(let number): copy(number.description)
        case .double(let number): copy(number.description)
        case .text(let text): copy(text)
        case .bytes(let bytes): bytes.withUnsafeBufferPointer { copy($0) }
        }
    }

    private mutating func copy(_ text: String) {
        var text = text
        text.withUTF8 { copy($0) }
    }

    private mutating func copy(_ source: UnsafeBufferPointer<UInt8>) {
        let target = strings + used
        if let base = source.baseAddress { target.update(from: base, count: source.count) }
        (pointers + count).initialize(to: target)
        lengths[count] = UInt(source.count)
        used += source.count
    }
}

extension BulkKind {
    /// A column of NULLs travels as strings, too.
    fileprivate var isString: Bool {
        switch self {
        case .integer, .unsigned, .double: false
        case .undecided, .text, .bytes: true
        }
    }

    fileprivate var fieldType: enum_field_types {
        switch self {
        case .integer, .unsigned: MYSQL_TYPE_LONGLONG
        case .double: MYSQL_TYPE_DOUBLE
        case .undecided, .text: MYSQL_TYPE_STRING
        case .bytes: MYSQL_TYPE_BLOB
        }
    }
}

extension MariaValue {
    /// The 64 bits of a number; 0 for everything else.
    fileprivate var bits: UInt64 {
        switch self {
        case .integer(let number): UInt64(bitPattern: number)
        case .unsigned(let number): number
        case .double(let number): number.bitPattern
        case .null, .text, .bytes: 0
        }
    }
}
