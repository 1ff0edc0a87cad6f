import Testing

/// Reads a file of `name = value` lines as a phone does, byte by byte: the first equals sign parts them, blanks around
/// go. A file with tables has comments behind semicolons, titles in brackets, and rows that end with a semicolon.
struct KeyValueFile {
    private(set) var values: [String: String] = [:]
    /// Titles and rows of tables, in their order.
    private(set) var tables: [String] = []

    init(_ text: String, hasTables: Bool = false) throws {
        let mark = hasTables ? UInt8(ascii: ";") : UInt8(ascii: "#")
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != mark {
            if hasTables, line.first == UInt8(ascii: "[") || line.last == mark {
                tables.append(Self.text(line[...]))
                continue
            }
            let equals = try #require(line.firstIndex(of: UInt8(ascii: "=")), "\(Self.text(line)) sets nothing")
            let name = Self.trimmed(line[..<equals])
            #expect(values[name] == nil, "\(name) is set twice")
            values[name] = Self.trimmed(line[line.index(after: equals)...])
        }
    }

    subscript(_ name: String) -> String? { values[name] }

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
        var bytes = bytes.drop { $0 == UInt8(ascii: " ") }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return text(bytes)
    }

    private static func text(_ bytes: Substring.UTF8View) -> String { String(decoding: bytes, as: UTF8.self) }
}
