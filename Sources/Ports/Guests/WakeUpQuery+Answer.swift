import HotelLogic
import Vocabulary

extension WakeUpQuery {
    /// What a book holds of what is asked for, the next to ring first; what is over comes last.
    package func answer(from book: WakeUpBook, in zone: ZoneRules) -> [WakeUpReport] {
        let lines = (includesOver ? book.all : book.active).compactMap { WakeUpReport($0, in: zone) }
        return lines.filter(fits).sorted { left, right in
            let (one, other) = (left.nextAt ?? .distant, right.nextAt ?? .distant)
            return (one, left.room, left.wakeUp) < (other, right.room, right.wakeUp)
        }
    }

    private func fits(_ line: WakeUpReport) -> Bool {
        if let room, line.room != room { return false }
        guard let date else { return true }
        return (line.firstDate...line.lastDate).contains(date) && (line.next.map { $0.date <= date } ?? includesOver)
    }
}

extension WallTime {
    /// Later than everything that is to come.
    fileprivate static let distant = WallTime(rawValue: .max)
}
