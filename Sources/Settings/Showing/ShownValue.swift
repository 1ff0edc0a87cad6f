/// A setting's effective value, as it may be shown to people and programs.
package enum ShownValue: Sendable, Equatable {
    case nothing
    case hidden
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([String])
}

extension ShownValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .nothing: try container.encodeNil()
        case .hidden: try container.encode("hidden")
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let texts): try container.encode(texts)
        }
    }
}
