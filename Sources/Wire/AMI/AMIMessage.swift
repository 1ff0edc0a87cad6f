/// One message of Asterisk's manager interface, in either direction: lines of names and values in their order, ended
/// by an empty line. A name may come more than once, and its case means nothing.
package struct AMIMessage: Sendable, Hashable {
    /// Lines of one message. The answer to a console command has one for each line of text.
    package static let fieldsMax = 8_192
    /// Bytes of one line without its end.
    package static let lineBytesMax = 16_384
    /// Bytes of one message.
    package static let bytesMax = 1 << 20

    package let fields: [AMIField]

    package init(_ fields: [AMIField]) { self.fields = fields }

    /// The first value under a name, nil where there is none.
    package subscript(_ name: String) -> String? {
        fields.first { Self.same($0.name, name) }?.value
    }

    /// Every value under a name, in order.
    package func all(_ name: String) -> [String] {
        fields.lazy.filter { Self.same($0.name, name) }.map(\.value)
    }

    /// The message as bytes. A name or value that would break out of its line is refused: whoever can choose a
    /// guest's name must not be able to give Asterisk orders.
    package func encoded() throws(AMIEncodingError) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in fields {
            try AMILine.append(field, to: &bytes)
        }
        bytes.append(contentsOf: AMILine.end)
        return bytes
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return zip(left.utf8, right.utf8).allSatisfy { lowered($0) == lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
