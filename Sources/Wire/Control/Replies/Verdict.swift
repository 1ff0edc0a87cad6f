import Vocabulary

extension ControlReply {
    /// What the home of a scope answers its owner during a giveback.
    package struct Verdict: Sendable, Hashable {
        /// The longest explanation that travels, in bytes of UTF-8; longer is cut.
        package static let wordsBytesMax = 1_024

        /// How far the home is.
        package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
            case reached = 1
            case behind = 2
            case declined = 3
        }

        package let kind: Kind
        /// Empty where everything is there.
        package let words: String

        package init(kind: Kind, words: String) {
            self.kind = kind
            self.words = words.bounded(toBytes: Self.wordsBytesMax)
        }

        init?(from reader: inout ByteReader) {
            guard let kind = reader.read(UInt8.self).flatMap(Kind.init(rawValue:)),
                let words = reader.readLongText(bytesMax: Self.wordsBytesMax)
            else { return nil }
            self.init(kind: kind, words: words)
        }

        func write(to writer: inout ByteWriter) {
            writer.write(kind.rawValue)
            writer.write(longText: words)
        }
    }
}
