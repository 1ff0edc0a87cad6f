import Vocabulary

extension ControlRequest {
    /// Asks the receiver to repair one item with the sender as its authority; acknowledged at once.
    package struct TakeMyRows: Sendable, Hashable {
        package let item: ItemName

        package init(item: ItemName) { self.item = item }

        init?(from reader: inout ByteReader) {
            guard let item = reader.readItemName() else { return nil }
            self.init(item: item)
        }

        func write(to writer: inout ByteWriter) { writer.write(shortText: item.description) }
    }
}
