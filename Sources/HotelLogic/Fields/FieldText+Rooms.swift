import Vocabulary

extension FieldText {
    /// Rooms with commas or blanks between them, and ranges: `101-120,205`. A hyphen in a name such as `A-1` is only a
    /// hyphen. A room that is named twice counts once.
    package func rooms(countMax: Int) throws(FieldFault) -> [RoomNumber] {
        var rooms: [RoomNumber] = []
        var known: Set<RoomNumber> = []
        for part in parts {
            for name in try part.expanded(countMax: countMax) {
                let room: RoomNumber
                do throws(TelephonyFault) { room = try RoomNumber(name) } catch { throw fault(error.description) }
                if known.insert(room).inserted { rooms.append(room) }
            }
            guard rooms.count <= countMax else { throw fault("more than \(countMax) rooms at once") }
        }
        return rooms
    }

    private func expanded(countMax: Int) throws(FieldFault) -> [String] {
        let isRange = text.contains("-") && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "-" }
        return isRange ? try numberRange(countMax: countMax) : [text]
    }
}
