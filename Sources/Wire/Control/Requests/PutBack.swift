import Vocabulary

extension ControlRequest {
    /// Asks the owner to write a row that lost on the sender's side and that an operator wants back.
    package struct PutBack: Sendable, Hashable {
        /// The most bytes of the entry; a frame holds no more.
        package static let entryBytesMax = 60_000

        /// The ledger's entry as JSON text, in the shape of the API's conflict report.
        package let entry: String

        /// nil where the entry is longer than the limit.
        package init?(entry: String) {
            guard entry.utf8.count <= Self.entryBytesMax else { return nil }
            self.entry = entry
        }

        init?(from reader: inout ByteReader) {
            guard let entry = reader.readLongText(bytesMax: Self.entryBytesMax) else { return nil }
            self.init(entry: entry)
        }

        func write(to writer: inout ByteWriter) { writer.write(longText: entry) }
    }
}
