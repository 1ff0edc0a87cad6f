import Vocabulary

/// One thing that happened to an occurrence, as one node tells the other.
package struct OccurrenceNote: Sendable, Hashable {
    /// What happened. The numbers are those on the wire.
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        case claimed = 1
        case rang = 2
        case answered = 3
        case snoozed = 4
        case failed = 5
        case lapsed = 6
        case handedOver = 7
        case givenUp = 8
        case reported = 9
    }

    /// The most that is said of the author, in bytes of UTF-8.
    package static let authorBytesMax = 240

    package let kind: Kind
    /// Whose line it is.
    package let node: Mode
    /// 0 where no attempt is meant.
    package let attempt: UInt16
    package let epoch: Epoch
    package let at: WallTime
    /// What else the kind says: whether a receipt had come, until when, the number of a reason, the number of a node.
    package let detail: UInt64
    /// Of `reported` who did it; else empty.
    package let author: String

    /// An author that is too long is cut.
    package init(
        _ kind: Kind, node: Mode, attempt: UInt16 = 0, epoch: Epoch, at: WallTime, detail: UInt64 = 0,
        author: String = ""
    ) {
        self.kind = kind
        self.node = node
        self.attempt = attempt
        self.epoch = epoch
        self.at = at
        self.detail = detail
        self.author = author.bounded(toBytes: Self.authorBytesMax)
    }

    init?(from reader: inout ByteReader) {
        guard let kind = reader.read(UInt8.self).flatMap({ Kind(rawValue: $0) }),
            let node = reader.read(UInt8.self).flatMap({ Mode(number: $0) }), let attempt = reader.read(UInt16.self),
            let epoch = reader.read(UInt64.self), let at = reader.read(Int64.self),
            let detail = reader.read(UInt64.self), let author = reader.readShortText(bytesMax: Self.authorBytesMax)
        else { return nil }
        self.init(
            kind, node: node, attempt: attempt, epoch: Epoch(rawValue: epoch), at: WallTime(microseconds: at),
            detail: detail, author: author)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(kind.rawValue)
        writer.write(node.number)
        writer.write(attempt)
        writer.write(epoch.rawValue)
        writer.write(at.rawValue)
        writer.write(detail)
        writer.write(shortText: author)
    }

    /// What it takes on the wire.
    var bytesCount: Int { 29 + author.utf8.count }
}
