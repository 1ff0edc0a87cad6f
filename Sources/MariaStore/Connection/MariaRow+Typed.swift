import Vocabulary

/// Typed reading by column name: a missing column, a NULL or another kind is an error that names the column.
extension MariaRow {
    /// Character data, a date, a time or a decimal.
    package func text(_ name: String) throws(MariaRowError) -> String {
        guard case .text(let text) = try value(name) else { throw mismatch(name, "text") }
        return text
    }

    /// Character data, or nil for NULL.
    package func optionalText(_ name: String) throws(MariaRowError) -> String? {
        try value(name) == .null ? nil : text(name)
    }

    /// An integer of either sign kind that is not negative.
    package func unsigned(_ name: String) throws(MariaRowError) -> UInt64 {
        switch try value(name) {
        case .unsigned(let number): return number
        case .integer(let number) where number >= 0: return UInt64(number)
        case .null, .integer, .double, .text, .bytes: throw mismatch(name, "an unsigned integer")
        }
    }

    /// An integer that is not negative, or nil for NULL.
    package func optionalUnsigned(_ name: String) throws(MariaRowError) -> UInt64? {
        try value(name) == .null ? nil : unsigned(name)
    }

    /// An integer that fits 64 bits with a sign.
    package func integer(_ name: String) throws(MariaRowError) -> Int64 {
        switch try value(name) {
        case .integer(let number): return number
        case .unsigned(let number) where number <= UInt64(Int64.max): return Int64(number)
        case .null, .unsigned, .double, .text, .bytes: throw mismatch(name, "a signed integer")
        }
    }

    /// An integer with a sign, or nil for NULL.
    package func optionalInteger(_ name: String) throws(MariaRowError) -> Int64? {
        try value(name) == .null ? nil : integer(name)
    }

    /// A floating-point number; integers are widened.
    package func double(_ name: String) throws(MariaRowError) -> Double {
        switch try value(name) {
        case .double(let number): return number
        case .integer(let number): return Double(number)
        case .unsigned(let number): return Double(number)
        case .null, .text, .bytes: throw mismatch(name, "a number")
        }
    }

    /// Binary data, or the UTF-8 of character data.
    package func bytes(_ name: String) throws(MariaRowError) -> [UInt8] {
        switch try value(name) {
        case .bytes(let bytes): return bytes
        case .text(let text): return Array(text.utf8)
        case .null, .integer, .unsigned, .double: throw mismatch(name, "bytes")
        }
    }

    /// Binary data, or nil for NULL.
    package func optionalBytes(_ name: String) throws(MariaRowError) -> [UInt8]? {
        try value(name) == .null ? nil : bytes(name)
    }

    /// An integer, BIT or a literal of bits read as a truth value: zero is false.
    package func bool(_ name: String) throws(MariaRowError) -> Bool {
        switch try value(name) {
        case .integer(let number): return number != 0
        case .unsigned(let number): return number != 0
        case .bytes(let bytes): return bytes.contains { $0 != 0 }
        case .null, .double, .text: throw mismatch(name, "a truth value")
        }
    }

    private func value(_ name: String) throws(MariaRowError) -> MariaValue {
        guard let index = columns.firstIndex(of: name) else { throw .noColumn(name, columns: columns) }
        return values[index]
    }

    private func mismatch(_ name: String, _ expected: String) -> MariaRowError {
        .mismatch(column: name, expected: expected, found: self[name].kind)
    }
}
