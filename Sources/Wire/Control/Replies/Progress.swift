import Vocabulary

extension ControlReply {
    /// How far long work has come.
    package struct Progress: Sendable, Hashable {
        package let item: ItemName
        package let rowsDone: UInt64
        /// Nil while the whole is not known.
        package let rowsTotal: UInt64?

        package init(item: ItemName, rowsDone: UInt64, rowsTotal: UInt64?) {
            self.item = item
            self.rowsDone = rowsDone
            self.rowsTotal = rowsTotal
        }

        init?(from reader: inout ByteReader) {
            guard let item = reader.readItemName(), let done = reader.read(UInt64.self),
                let known = reader.read(UInt8.self), known <= 1, let total = reader.read(UInt64.self)
            else { return nil }
            self.init(item: item, rowsDone: done, rowsTotal: known == 1 ? total : nil)
        }

        func write(to writer: inout ByteWriter) {
            writer.write(shortText: item.description)
            writer.write(rowsDone)
            writer.write(UInt8(rowsTotal == nil ? 0 : 1))
            writer.write(rowsTotal ?? 0)
        }
    }
}
