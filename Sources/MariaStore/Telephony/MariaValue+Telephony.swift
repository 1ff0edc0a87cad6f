import Vocabulary

/// Values of the configuration as the database holds them.
extension MariaValue {
    static func optional(_ text: String?) -> MariaValue { text.map { .text($0) } ?? .null }
    static func optional(_ number: Int?) -> MariaValue { number.map { .integer(Int64($0)) } ?? .null }
    static func number(_ number: Int) -> MariaValue { .integer(Int64(number)) }
    static func flag(_ flag: Bool) -> MariaValue { .integer(flag ? 1 : 0) }
    static func list(_ parts: [String]) -> MariaValue { .text(parts.joined(separator: " ")) }
}

extension MariaRow {
    func number(_ name: String) throws -> Int { Int(try integer(name)) }
    func optionalNumber(_ name: String) throws -> Int? { try optionalInteger(name).map { Int($0) } }
    func list(_ name: String) throws -> [String] { try text(name).split(separator: " ").map(String.init) }

    /// A word of a closed list.
    func choice<Choice: RawRepresentable<String>>(_ name: String, _ type: Choice.Type) throws -> Choice {
        let word = try text(name)
        guard let choice = Choice(rawValue: word) else {
            throw MariaRowError.mismatch(column: name, expected: "one of its words", found: "`\(word)`")
        }
        return choice
    }
}
