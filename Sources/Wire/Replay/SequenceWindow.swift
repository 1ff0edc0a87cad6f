/// Which sequence numbers of one run were already received: the highest, and the 64 below it.
///
/// A number further behind than the window counts as seen: better to drop a very late datagram than to let a
/// recorded one in.
struct SequenceWindow: Sendable, Hashable {
    enum Place: Sendable, Hashable {
        /// Above all before it.
        case newest
        /// Not the newest, and not seen yet.
        case late
        /// Seen already, or too old to tell.
        case seen
    }

    private(set) var highest: UInt64
    /// Bit n stands for `highest - n`.
    private var received: UInt64 = 1

    init(first sequence: UInt64) { highest = sequence }

    func place(of sequence: UInt64) -> Place {
        guard sequence <= highest else { return .newest }
        let behind = highest - sequence
        guard behind < 64 else { return .seen }
        return received & (1 << behind) == 0 ? .late : .seen
    }

    mutating func note(_ sequence: UInt64) {
        if sequence > highest {
            let ahead = sequence - highest
            received = ahead < 64 ? received << ahead | 1 : 1
            highest = sequence
        } else if highest - sequence < 64 {
            received |= 1 << (highest - sequence)
        }
    }
}
