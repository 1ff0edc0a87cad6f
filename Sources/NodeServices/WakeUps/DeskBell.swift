import HotelLogic
import Vocabulary

/// What the desk has yet to be told, and the one call that tells it: one phone rings at a time, about several rooms.
struct DeskBell: Sendable, Hashable {
    /// The most rooms that are read out in one call.
    static let roomsPerCall = 10

    private struct Matter: Sendable, Hashable {
        let occurrence: Occurrence
        let room: RoomNumber
    }

    /// A call to the desk, about these rooms.
    struct Call: Sendable, Hashable {
        let serial: UInt64
        let number: ExtensionNumber
        let rooms: [RoomNumber]
        fileprivate let occurrences: [Occurrence]
    }

    private var matters: [Matter] = []
    private var current: Call?
    private var callsCount: UInt64 = 0

    /// A room that somebody must look after; told twice, it is read out once. False where a call about it still waits,
    /// or is under way.
    @discardableResult
    mutating func wants(_ occurrence: Occurrence, in room: RoomNumber) -> Bool {
        let isKnown =
            current?.occurrences.contains(occurrence) == true || matters.contains { $0.occurrence == occurrence }
        if !isKnown { matters.append(Matter(occurrence: occurrence, room: room)) }
        return !isKnown
    }

    /// What is settled by now is not told.
    mutating func keep(where concernsDesk: (Occurrence) -> Bool) {
        matters.removeAll { !concernsDesk($0.occurrence) }
    }

    /// Whether there is something to tell.
    var isWaiting: Bool { !matters.isEmpty }

    /// The next call, where there is something to tell and none is under way. The numbers take turns.
    mutating func next(_ numbers: [ExtensionNumber]) -> Call? {
        guard current == nil, !matters.isEmpty, !numbers.isEmpty else { return nil }
        let told = matters.prefix(Self.roomsPerCall)
        matters.removeFirst(told.count)
        callsCount += 1
        let number = numbers[Int((callsCount - 1) % UInt64(numbers.count))]
        let call = Call(
            serial: callsCount, number: number, rooms: told.map(\.room), occurrences: told.map(\.occurrence))
        current = call
        return call
    }

    /// A key was pressed in a call when so many rooms had been read out: those are somebody's now. The others are told
    /// again.
    func confirmed(_ serial: UInt64, roomsCount: Int) -> [Occurrence] {
        guard let current, current.serial == serial else { return [] }
        return Array(current.occurrences.prefix(roomsCount))
    }

    /// A call is over.
    mutating func ended(_ serial: UInt64) {
        if current?.serial == serial { current = nil }
    }

    /// Asterisk went away, and the call with it.
    mutating func interrupted() { current = nil }
}
