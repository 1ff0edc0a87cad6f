import Vocabulary

/// The one kind in which all values of a column travel in an array binding.
enum BulkKind: Sendable, Hashable {
    /// Only NULLs so far.
    case undecided
    case integer
    case unsigned
    case double
    case text
    case bytes

    /// More characters than any number of ours takes as text.
    private static let numberTextMax = 40

    /// The kind that can carry both what was seen before and `value`: mixed kinds become strings.
    func joined(with value: MariaValue) -> BulkKind {
        switch (self, value) {
        case (_, .null): self
        case (.undecided, _): BulkKind(of: value)
        case (.bytes, _), (_, .bytes): .bytes
        case (.integer, .integer), (.unsigned, .unsigned), (.double, .double): self
        default: .text
        }
    }

    /// The bytes that a value takes in the column's buffer of strings, or more.
    func bufferBytes(_ value: MariaValue) -> Int {
        switch self {
        case .undecided, .integer, .unsigned, .double: 0
        case .text, .bytes:
            switch value {
            case .null: 0
            case .integer, .unsigned, .double: Self.numberTextMax
            case .text, .bytes: value.stringBytes
            }
        }
    }

    private init(of value: MariaValue) {
        switch value {
        case .null: self = .undecided
        case .integer: self = .integer
        case .unsigned: self = .unsigned
        case .double: self = .double
        case .text: self = .text
        case .bytes: self = .bytes
        }
    }
}
