import Vocabulary

extension ControlRequest {
    /// The sender found the receiver's view of a table invalid, for instance after a column was renamed, and asks
    /// for a new one.
    package struct Regenerate: Sendable, Hashable {
        package let table: TableName

        /// A table's name holds at most ``TableName/lengthMax`` characters a part, four bytes each.
        package init(table: TableName) { self.table = table }

        init?(from reader: inout ByteReader) {
            guard let schema = Self.part(from: &reader), let name = Self.part(from: &reader) else { return nil }
            self.init(table: TableName(schema: schema, name: name))
        }

        func write(to writer: inout ByteWriter) {
            writer.write(longText: table.schema)
            writer.write(longText: table.name)
        }

        private static func part(from reader: inout ByteReader) -> String? {
            guard let text = reader.readLongText(bytesMax: TableName.lengthMax * 4) else { return nil }
            let characters = text.unicodeScalars
            return (1...TableName.lengthMax).contains(characters.count) && !characters.contains("\0") ? text : nil
        }
    }
}
