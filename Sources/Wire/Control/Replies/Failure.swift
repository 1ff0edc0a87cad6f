extension ControlReply {
    /// What was asked was not done, and why.
    package struct Failure: Sendable, Hashable {
        /// The longest explanation that travels, in bytes of UTF-8; longer is cut.
        package static let wordsBytesMax = 1_024

        package let code: FailureCode
        package let words: String

        package init(code: FailureCode, words: String) {
            self.code = code
            self.words = words.bounded(toBytes: Self.wordsBytesMax)
        }

        init?(from reader: inout ByteReader) {
            guard let number = reader.read(UInt16.self),
                let words = reader.readLongText(bytesMax: Self.wordsBytesMax)
            else { return nil }
            self.init(code: FailureCode(rawValue: number) ?? .other, words: words)
        }

        func write(to writer: inout ByteWriter) {
            writer.write(code.rawValue)
            writer.write(longText: words)
        }
    }
}
