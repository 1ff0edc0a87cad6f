/// Random numbers that are the same for the same seed (xorshift, spread by a multiplication).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func below(_ count: Int) -> Int { Int((next() >> 33) % UInt64(count)) }

    /// True that many times in a thousand.
    mutating func chance(perMille: Int) -> Bool { below(1_000) < perMille }
}
