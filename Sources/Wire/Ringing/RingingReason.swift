/// Why something happened to an occurrence. The numbers are those on the wire, in the detail of a note.
package enum RingingReason: UInt64, Sendable, Hashable, CaseIterable {
    // Of an attempt that woke nobody.
    case busy = 1
    case declined = 2
    case noAnswer = 3
    case unreachable = 4
    case failed = 5
    case unconfirmed = 6
    case lost = 7
    case interrupted = 8
    case withdrawn = 9
    case moved = 10
    // Of a node that acts in the other's stead.
    case unheard = 20
    case unable = 21
    case stuck = 22
    // Of making no more attempts.
    case attempts = 30
    case late = 31
}
