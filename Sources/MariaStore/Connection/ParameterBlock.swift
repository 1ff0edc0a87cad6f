import CMariaDB
import Vocabulary

/// The parameters of one execution, laid out for the client library: numbers in one buffer, strings in another.
final class ParameterBlock {
    let binds: UnsafeMutablePointer<MYSQL_BIND>
    private let count: Int
    private let numbers: UnsafeMutablePointer<UInt64>
    private let strings: UnsafeMutablePointer<UInt8>

    init(_ values: [MariaValue]) {
        count = values.count
        binds = .allocate(capacity: max(1, count))
        binds.initialize(repeating: MYSQL_BIND(), count: count)
        numbers = .allocate(capacity: max(1, count))
        numbers.initialize(repeating: 0, count: count)
        strings = .allocate(capacity: max(1, values.reduce(0) { $0 + $1.stringBytes }))
        var offset = 0
        for (index, value) in values.enumerated() { place(value, at: index, &offset) }
    }

    deinit {
        binds.deallocate()
        numbers.deallocate()
        strings.deallocate()
    }

    private func place(_ value: MariaValue, at index: Int, _ offset: inout Int) {
        switch value {
        case .null: binds[index].buffer_type = MYSQL_TYPE_NULL
        case .integer(let number): place(UInt64(bitPattern: number), MYSQL_TYPE_LONGLONG, at: index)
        case .unsigned(let number):
            place(number, MYSQL_TYPE_LONGLONG, at: index)
            binds[index].is_unsigned = 1
        case .double(let number): place(number.bitPattern, MYSQL_TYPE_DOUBLE, at: index)
        case .text(var text): text.withUTF8 { place($0, MYSQL_TYPE_STRING, at: index, &offset) }
        case .bytes(let bytes): bytes.withUnsafeBufferPointer { place($0, MYSQL_TYPE_BLOB, at: index, &offset) }
        }
    }

    private func place(_ bits: UInt64, _ type: enum_field_types, at index: Int) {
        numbers[index] = bits
        binds[index].buffer_type = type
        binds[index].buffer = UnsafeMutableRawPointer(numbers + index)
    }

    private func place(
        _ source: UnsafeBufferPointer<UInt8>, _ type: enum_field_types, at index: Int, _ offset: inout Int
    ) {
        let target = strings + offset
        if let base = source.baseAddress { target.update(from: base, count: source.count) }
        binds[index].buffer_type = type
        binds[index].buffer = UnsafeMutableRawPointer(target)
        binds[index].buffer_length = UInt(source.count)
        offset += source.count
    }
}

extension MariaValue {
    /// The bytes this value needs in a buffer of strings.
    var stringBytes: Int {
        switch self {
        case .null, .integer, .unsigned, .double: 0
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        }
    }
}
