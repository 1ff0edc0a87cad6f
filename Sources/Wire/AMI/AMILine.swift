/// Lines of the manager's protocol as bytes: `Name: value` and an end that only there may stand.
enum AMILine {
    /// What ends a line; a second one ends the message.
    static let end: [UInt8] = [0x0D, 0x0A]

    private static let colon = UInt8(ascii: ":")
    private static let blank = UInt8(ascii: " ")

    static func append(_ field: AMIField, to bytes: inout [UInt8]) throws(AMIEncodingError) {
        guard isName(field.name) else { throw .badName(field.name) }
        guard !field.value.utf8.contains(where: isForbidden) else { throw .badValue(name: field.name) }
        let count = field.name.utf8.count + 2 + field.value.utf8.count
        guard count <= AMIMessage.lineBytesMax else { throw .lineTooLong(name: field.name, bytes: count) }
        bytes.append(contentsOf: field.name.utf8)
        bytes.append(colon)
        bytes.append(blank)
        bytes.append(contentsOf: field.value.utf8)
        bytes.append(contentsOf: end)
    }

    /// The name and value of a line; nil where it has no colon. Bytes that are not UTF-8 are replaced.
    static func field(_ line: ArraySlice<UInt8>) -> AMIField? {
        guard let middle = line.firstIndex(of: colon) else { return nil }
        var value = line[(middle + 1)...]
        if value.first == blank { value = value.dropFirst() }
        // Some answers carry a line feed of their own before the end of the line.
        while let last = value.last, isForbidden(last) { value = value.dropLast() }
        return AMIField(
            String(decoding: line[..<middle], as: UTF8.self), String(decoding: value, as: UTF8.self))
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0 > blank && $0 != colon && $0 < 0x7F }
    }

    private static func isForbidden(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A || byte == 0 }
}
