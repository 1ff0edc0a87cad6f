import Vocabulary

extension ByteReader {
    /// A length byte and an item's name.
    mutating func readItemName() -> ItemName? {
        readShortText(bytesMax: ItemName.lengthMax).flatMap { ItemName($0) }
    }
}
