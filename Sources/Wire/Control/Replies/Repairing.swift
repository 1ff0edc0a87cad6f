import Vocabulary

extension ControlReply {
    /// How far a repair has come that the sender carries out.
    package struct Repairing: Sendable, Hashable {
        /// The longest reason for a wait that travels, in bytes of UTF-8; longer is cut.
        package static let wordsBytesMax = 1_024

        package let item: ItemName
        package let rowsDone: UInt64
        /// Nil while the whole is not known.
        package let rowsTotal: UInt64?
        package let rowsDifferent: UInt64
        package let rowsRepaired: UInt64
        package let isFinished: Bool
        /// Why it does not go on for now; empty where it does.
        package let words: String

        package init(
            item: ItemName, rowsDone: UInt64, rowsTotal: UInt64?, rowsDifferent: UInt64, rowsRepaired: UInt64,
            isFinished: Bool, words: String
        ) {
            self.item = item
            self.rowsDone = rowsDone
            self.rowsTotal = rowsTotal
            self.rowsDifferent = rowsDifferent
            self.rowsRepaired = rowsRepaired
            self.isFinished = isFinished
            self.words = words.bounded(toBytes: Self.wordsBytesMax)
        }

        init?(from reader: inout ByteReader) {
            guard let item = reader.readItemName(), let done = reader.read(UInt64.self),
                let known = reader.read(UInt8.self), known <= 1, let total = reader.read(UInt64.self),
                let different = reader.read(UInt64.self), let repaired = reader.read(UInt64.self),
                let finished = reader.read(UInt8.self), finished <= 1,
                let words = reader.readLongText(bytesMax: Self.wordsBytesMax)
            else { return nil }
            self.init(
                item: item, rowsDone: done, rowsTotal: known == 1 ? total : nil, rowsDifferent: different,
                rowsRepaired: repaired, isFinished: finished == 1, words: words)
        }

        func write(to writer: inout ByteWriter) {
            writer.write(shortText: item.description)
            writer.write(rowsDone)
            writer.write(UInt8(rowsTotal == nil ? 0 : 1))
            writer.write(rowsTotal ?? 0)
            writer.write(rowsDifferent)
            writer.write(rowsRepaired)
            writer.write(UInt8(isFinished ? 1 : 0))
            writer.write(longText: words)
        }
    }
}
