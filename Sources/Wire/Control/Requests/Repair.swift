import Vocabulary

extension ControlRequest {
    /// Asks the receiver to repair one item with the sender as its authority, and how far that has come.
    ///
    /// Asked again and again under one ticket until the reply says that it is finished; another ticket is another
    /// repair.
    package struct Repair: Sendable, Hashable {
        package let item: ItemName
        package let ticket: UInt64

        package init(item: ItemName, ticket: UInt64) {
            self.item = item
            self.ticket = ticket
        }

        init?(from reader: inout ByteReader) {
            guard let item = reader.readItemName(), let ticket = reader.read(UInt64.self) else { return nil }
            self.init(item: item, ticket: ticket)
        }

        func write(to writer: inout ByteWriter) {
            writer.write(shortText: item.description)
            writer.write(ticket)
        }
    }
}
