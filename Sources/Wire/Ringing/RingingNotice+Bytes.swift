import Vocabulary

extension RingingNotice {
    /// The most pages of one notice.
    package static let pagesMax = 4_096
    /// The most bytes of pages in one notice, so that it fits into a frame with all that stands around it.
    package static let pagesBytesMax = 60_000

    private enum Kind: UInt8 {
        case asked = 1
        case yielded = 2
        case inquired = 3
        case known = 4
        case claimed = 5
        case receipted = 6
        case noted = 7
    }

    init?(from reader: inout ByteReader) {
        guard let kind = reader.read(UInt8.self).flatMap({ Kind(rawValue: $0) }),
            let notice = Self.decode(kind, from: &reader)
        else { return nil }
        self = notice
    }

    private static func decode(_ kind: Kind, from reader: inout ByteReader) -> RingingNotice? {
        switch kind {
        case .asked:
            guard let mark = mark(from: &reader), let epoch = reader.read(UInt64.self) else { return nil }
            return .asked(mark, epoch: Epoch(rawValue: epoch))
        case .yielded:
            guard let mark = mark(from: &reader), let fallbacks = reader.read(UInt64.self),
                let leaves = leaves(from: &reader)
            else { return nil }
            return .yielded(mark, fallbacks: fallbacks, leaves)
        case .inquired: return .inquired
        case .known:
            guard let mark = mark(from: &reader), let leaves = leaves(from: &reader) else { return nil }
            return .known(mark, leaves)
        case .claimed: return pages(from: &reader).map { .claimed($0) }
        case .receipted: return pages(from: &reader).map { .receipted($0) }
        case .noted: return pages(from: &reader).map { .noted($0) }
        }
    }

    private static func mark(from reader: inout ByteReader) -> Mark? {
        guard let run = reader.read(UInt64.self), let serial = reader.read(UInt64.self) else { return nil }
        return Mark(run: BootID(rawValue: run), serial: serial)
    }

    private static func leaves(from reader: inout ByteReader) -> Leaves? {
        guard let letter = reader.read(UInt32.self), let part = reader.read(UInt16.self),
            let last = reader.read(UInt8.self), last <= 1, let pages = pages(from: &reader)
        else { return nil }
        return Leaves(letter: letter, part: part, isLast: last == 1, pages: pages)
    }

    private static func pages(from reader: inout ByteReader) -> [OccurrencePage]? {
        guard let count = reader.read(UInt16.self), count <= pagesMax else { return nil }
        var pages: [OccurrencePage] = []
        for _ in 0..<count {
            guard let page = OccurrencePage(from: &reader) else { return nil }
            pages.append(page)
        }
        return pages
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .asked(let mark, let epoch):
            writer.write(Kind.asked.rawValue)
            Self.write(mark, to: &writer)
            writer.write(epoch.rawValue)
        case .yielded(let mark, let fallbacks, let leaves):
            writer.write(Kind.yielded.rawValue)
            Self.write(mark, to: &writer)
            writer.write(fallbacks)
            Self.write(leaves, to: &writer)
        case .inquired: writer.write(Kind.inquired.rawValue)
        case .known(let mark, let leaves):
            writer.write(Kind.known.rawValue)
            Self.write(mark, to: &writer)
            Self.write(leaves, to: &writer)
        case .claimed(let pages): Self.write(.claimed, pages, to: &writer)
        case .receipted(let pages): Self.write(.receipted, pages, to: &writer)
        case .noted(let pages): Self.write(.noted, pages, to: &writer)
        }
    }

    private static func write(_ mark: Mark, to writer: inout ByteWriter) {
        writer.write(mark.run.rawValue)
        writer.write(mark.serial)
    }

    private static func write(_ leaves: Leaves, to writer: inout ByteWriter) {
        writer.write(leaves.letter)
        writer.write(leaves.part)
        writer.write(UInt8(leaves.isLast ? 1 : 0))
        write(leaves.pages, to: &writer)
    }

    private static func write(_ kind: Kind, _ pages: [OccurrencePage], to writer: inout ByteWriter) {
        writer.write(kind.rawValue)
        write(pages, to: &writer)
    }

    private static func write(_ pages: [OccurrencePage], to writer: inout ByteWriter) {
        precondition(pages.count <= pagesMax, "\(pages.count) pages in one notice")
        writer.write(UInt16(pages.count))
        for page in pages { page.write(to: &writer) }
    }

    /// What it takes on the wire.
    package var bytesCount: Int {
        switch self {
        case .asked: 25
        case .yielded(_, _, let leaves): 34 + Self.bytesCount(leaves.pages)
        case .inquired: 1
        case .known(_, let leaves): 26 + Self.bytesCount(leaves.pages)
        case .claimed(let pages), .receipted(let pages), .noted(let pages): 3 + Self.bytesCount(pages)
        }
    }

    package static func bytesCount(_ pages: [OccurrencePage]) -> Int { pages.reduce(0) { $0 + $1.bytesCount } }
}
