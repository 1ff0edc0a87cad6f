import HotelLogic
import Vocabulary
import Wire

extension OccurrencePage {
    /// Lines of the ledger as they travel: those about one occurrence in a row share a page. Lines about something
    /// else than an occurrence come with the ledger alone.
    static func pages(of events: [WakeUpEvent]) -> [OccurrencePage] {
        var pages: [OccurrencePage] = []
        var open: (occurrence: Occurrence, room: RoomNumber, notes: [OccurrenceNote])?
        for event in events {
            guard case .rung(let occurrence, let step) = event.what else { continue }
            if let page = open, page.occurrence == occurrence, page.room == event.room, page.notes.count < notesMax {
                open?.notes.append(OccurrenceNote(step, of: event))
                continue
            }
            if let page = open { pages.append(OccurrencePage(page.occurrence, page.room, page.notes)) }
            open = (occurrence, event.room, [OccurrenceNote(step, of: event)])
        }
        if let page = open { pages.append(OccurrencePage(page.occurrence, page.room, page.notes)) }
        return pages
    }

    private init(_ occurrence: Occurrence, _ room: RoomNumber, _ notes: [OccurrenceNote]) {
        self.init(
            wakeUpNode: occurrence.wakeUp.node, wakeUpNumber: occurrence.wakeUp.number,
            revision: occurrence.revision.rawValue, date: occurrence.date, room: room, notes: notes)
    }

    var occurrence: Occurrence {
        Occurrence(
            WakeUpID(node: wakeUpNode, number: wakeUpNumber), WakeUpRevision(rawValue: revision), on: date)
    }

    var lines: [WakeUpEvent] {
        notes.map { note in
            WakeUpEvent(
                .rung(occurrence, note.step), room: room, node: note.node, epoch: note.epoch, at: note.at,
                author: note.lineAuthor)
        }
    }
}
