import HotelLogic
import Ports
import Synchronization
import Vocabulary

/// Reads the book of wake-ups of one connection: whole at first and once a day, and otherwise what came since.
final class WakeUpBookReader: Sendable {
    /// Wake-ups are known from some days ago on: whatever zone the property is in, what rings today is among them.
    private static let daysBack = 2

    private struct Known {
        var book: WakeUpBook
        var mark: WakeUpMark
        let since: CalendarDate
    }

    private let known = Mutex<Known?>(nil)

    /// The book as the transaction of `session` sees it.
    func book(_ session: MariaSession, at moment: WallTime) throws -> WakeUpBook {
        let table = WakeUpLedgerTable(session: session)
        let since = ZoneRules.utc.localTime(at: moment).date.adding(days: -Self.daysBack)
        let former = known.withLock { $0 }
        // A ledger that is not captured tells nothing of what came since.
        if var next = former, next.since == since, next.mark.feed != nil, let news = try table.lines(after: next.mark) {
            for line in news.lines { next.book.fold(line.event) }
            next.mark = news.mark
            return keep(next)
        }
        let reading = try table.lines(since: since)
        return keep(Known(book: WakeUpBook(reading.lines.map(\.event)), mark: reading.mark, since: since))
    }

    private func keep(_ next: Known) -> WakeUpBook {
        known.withLock { $0 = next }
        return next.book
    }
}
