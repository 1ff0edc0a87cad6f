import HotelLogic
import Vocabulary
import Wire

/// Between what a ``RingingMachine`` has to tell its peer and what fits into frames: long messages go in parts, and the
/// parts of one that are missing take it along.
struct RingingPost: Sendable, Hashable {
    /// The most parts of one message, so that no peer fills the memory.
    static let partsMax = 100

    private struct Arriving: Sendable, Hashable {
        let letter: UInt32
        var parts: UInt16
        var pages: [OccurrencePage]
    }

    private let node: Mode
    private var nextLetter: UInt32 = 1
    private var arriving: Arriving?

    init(node: Mode) { self.node = node }

    // MARK: Sending

    /// A message as it goes, in its order.
    ///
    /// - Parameter room: where an occurrence rings.
    mutating func notices(
        of message: RingingMessage, room: (Occurrence) -> RoomNumber?
    ) -> [RingingNotice] {
        switch message {
        case .asked(let mark, let epoch):
            return [.asked(.init(run: mark.run, serial: mark.serial), epoch: epoch)]
        case .yielded(let mark, let fallbacks, let snapshots):
            let mark = RingingNotice.Mark(run: mark.run, serial: mark.serial)
            return parts(of: snapshots, mark, room) { .yielded(mark, fallbacks: fallbacks, $0) }
        case .inquired: return [.inquired]
        case .known(let mark, let snapshots):
            let mark = RingingNotice.Mark(run: mark.run, serial: mark.serial)
            return parts(of: snapshots, mark, room) { .known(mark, $0) }
        case .claimed(let events): return Self.chunks(OccurrencePage.pages(of: events)).map { .claimed($0) }
        case .receipted(let attempts): return receipts(attempts, room)
        case .noted(let events): return Self.chunks(OccurrencePage.pages(of: events)).map { .noted($0) }
        }
    }

    private mutating func parts(
        of snapshots: [OccurrenceSnapshot], _ mark: RingingNotice.Mark, _ room: (Occurrence) -> RoomNumber?,
        last: (RingingNotice.Leaves) -> RingingNotice
    ) -> [RingingNotice] {
        let lines = snapshots.flatMap { snapshot in
            room(snapshot.occurrence).map { snapshot.record.lines(of: snapshot.occurrence, in: $0, by: node) } ?? []
        }
        let chunks = Self.chunks(OccurrencePage.pages(of: lines))
        defer { nextLetter &+= 1 }
        guard let end = chunks.last else {
            return [last(.init(letter: nextLetter, part: 0, isLast: true, pages: []))]
        }
        let first = chunks.dropLast().enumerated().map { part, pages in
            RingingNotice.known(
                mark, .init(letter: nextLetter, part: UInt16(clamping: part), isLast: false, pages: pages))
        }
        let part = UInt16(clamping: chunks.count - 1)
        return first + [last(.init(letter: nextLetter, part: part, isLast: true, pages: end))]
    }

    private func receipts(_ attempts: [Attempt], _ room: (Occurrence) -> RoomNumber?) -> [RingingNotice] {
        let claims = attempts.compactMap { attempt in
            room(attempt.occurrence).map { room in
                WakeUpEvent(
                    .rung(attempt.occurrence, .claimed(attempt.number)), room: room, node: node,
                    epoch: Epoch(rawValue: 0), at: WallTime(microseconds: 0))
            }
        }
        return Self.chunks(OccurrencePage.pages(of: claims)).map { .receipted($0) }
    }

    /// Pages in portions that fit into a notice each.
    private static func chunks(_ pages: [OccurrencePage]) -> [[OccurrencePage]] {
        var chunks: [[OccurrencePage]] = []
        var (open, bytes): ([OccurrencePage], Int) = ([], 0)
        for page in pages {
            let isFull = bytes + page.bytesCount > RingingNotice.pagesBytesMax || open.count == RingingNotice.pagesMax
            if isFull, !open.isEmpty {
                chunks.append(open)
                (open, bytes) = ([], 0)
            }
            open.append(page)
            bytes += page.bytesCount
        }
        return open.isEmpty ? chunks : chunks + [open]
    }

    /// The longest beginning of these notices that fits into one frame.
    static func letter(from notices: inout [RingingNotice]) -> RingingLetter {
        var count = min(notices.count, RingingLetter.noticesMax)
        while count > 1, RingingLetter(Array(notices.prefix(count))) == nil { count /= 2 }
        guard let letter = RingingLetter(Array(notices.prefix(count))) else {
            preconditionFailure("a notice of \(notices[0].bytesCount) bytes")
        }
        notices.removeFirst(count)
        return letter
    }

    // MARK: Receiving

    /// The message that a notice is, or makes whole; nil for a part.
    mutating func message(from notice: RingingNotice) -> RingingMessage? {
        switch notice {
        case .asked(let mark, let epoch):
            return .asked(mark: .init(run: mark.run, serial: mark.serial), epoch: epoch)
        case .yielded(let mark, let fallbacks, let leaves):
            let mark = RingingStand.Mark(run: mark.run, serial: mark.serial)
            return whole(leaves).map { .yielded(mark: mark, fallbacks: fallbacks, Self.snapshots($0)) }
        case .inquired: return .inquired
        case .known(let mark, let leaves):
            let mark = RingingStand.Mark(run: mark.run, serial: mark.serial)
            return whole(leaves).map { .known(mark: mark, Self.snapshots($0)) }
        case .claimed(let pages): return .claimed(pages.flatMap(\.lines))
        case .receipted(let pages):
            return .receipted(
                pages.flatMap { page in page.notes.map { Attempt(page.occurrence, Int($0.attempt)) } })
        case .noted(let pages): return .noted(pages.flatMap(\.lines))
        }
    }

    /// All pages of a message once its last part is here.
    private mutating func whole(_ leaves: RingingNotice.Leaves) -> [OccurrencePage]? {
        if leaves.part == 0 { arriving = Arriving(letter: leaves.letter, parts: 0, pages: []) }
        guard var letter = arriving, letter.letter == leaves.letter, letter.parts == leaves.part,
            Int(leaves.part) < Self.partsMax
        else {
            arriving = nil
            return nil
        }
        letter.pages += leaves.pages
        letter.parts += 1
        arriving = leaves.isLast ? nil : letter
        return leaves.isLast ? letter.pages : nil
    }

    private static func snapshots(_ pages: [OccurrencePage]) -> [OccurrenceSnapshot] {
        var order: [Occurrence] = []
        var lines: [Occurrence: [WakeUpEvent]] = [:]
        for page in pages {
            if lines[page.occurrence] == nil { order.append(page.occurrence) }
            lines[page.occurrence, default: []] += page.lines
        }
        return order.map { OccurrenceSnapshot($0, OccurrenceRecord(lines[$0] ?? [])) }
    }
}
