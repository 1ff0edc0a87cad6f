/// Something that Asterisk is asked to do.
package struct AMIAction: Sendable, Hashable {
    /// The most lines that Asterisk reads of one action; further ones it drops in silence.
    package static let fieldsMax = 127
    /// The most bytes of one line that Asterisk reads, without the line's end.
    package static let lineBytesMax = 1_000

    package let name: String
    package let fields: [AMIField]

    package init(_ name: String, _ fields: [AMIField] = []) {
        self.name = name
        self.fields = fields
    }

    /// The action as bytes. It is refused whole where Asterisk would read only part of it.
    package func encoded(id: UInt64) throws(AMIEncodingError) -> [UInt8] {
        guard fields.count + 2 <= Self.fieldsMax else { throw .tooManyFields(fields.count + 2) }
        for field in fields {
            let count = field.name.utf8.count + 2 + field.value.utf8.count
            guard count <= Self.lineBytesMax else { throw .lineTooLong(name: field.name, bytes: count) }
        }
        return try AMIMessage([AMIField("Action", name), AMIField("ActionID", "\(id)")] + fields).encoded()
    }
}
