import Vocabulary

/// What one node knows of an occurrence, or a part of it, as it tells the other.
package struct OccurrencePage: Sendable, Hashable {
    /// The most notes of one page; what is known beyond goes on another page of the same occurrence.
    package static let notesMax = 200

    /// The wake-up, the edit that planned the ring, and its day.
    package let wakeUpNode: Mode
    package let wakeUpNumber: UInt64
    package let revision: UInt32
    package let date: CalendarDate
    package let room: RoomNumber
    package let notes: [OccurrenceNote]

    /// - Parameter notes: at most ``notesMax``.
    package init(
        wakeUpNode: Mode, wakeUpNumber: UInt64, revision: UInt32, date: CalendarDate, room: RoomNumber,
        notes: [OccurrenceNote]
    ) {
        precondition(notes.count <= Self.notesMax, "a page of \(notes.count) notes")
        self.wakeUpNode = wakeUpNode
        self.wakeUpNumber = wakeUpNumber
        self.revision = revision
        self.date = date
        self.room = room
        self.notes = notes
    }

    init?(from reader: inout ByteReader) {
        guard let node = reader.read(UInt8.self).flatMap({ Mode(number: $0) }),
            let number = reader.read(UInt64.self), let revision = reader.read(UInt32.self),
            let day = reader.read(UInt32.self), day <= CalendarDate.last.dayNumber,
            let room = reader.readShortText(bytesMax: RoomNumber.lengthMax).flatMap({ try? RoomNumber($0) }),
            let count = reader.read(UInt16.self), count <= Self.notesMax
        else { return nil }
        var notes: [OccurrenceNote] = []
        for _ in 0..<count {
            guard let note = OccurrenceNote(from: &reader) else { return nil }
            notes.append(note)
        }
        self.init(
            wakeUpNode: node, wakeUpNumber: number, revision: revision, date: CalendarDate(dayNumber: Int(day)),
            room: room, notes: notes)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(wakeUpNode.number)
        writer.write(wakeUpNumber)
        writer.write(revision)
        writer.write(UInt32(date.dayNumber))
        writer.write(shortText: room.description)
        writer.write(UInt16(notes.count))
        for note in notes { note.write(to: &writer) }
    }

    /// What it takes on the wire.
    package var bytesCount: Int { notes.reduce(20 + room.description.utf8.count) { $0 + $1.bytesCount } }
}
