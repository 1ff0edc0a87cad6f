import Vocabulary

/// Random numbers from a seed (SplitMix64): the same seed, the same numbers, on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `count`.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// True that many times in a thousand.
    mutating func chance(perMille: Int) -> Bool { below(1_000) < perMille }

    /// A stretch of time within a range of milliseconds, in steps of 50 microseconds.
    mutating func milliseconds(_ range: ClosedRange<Int>) -> Duration {
        .microseconds(range.lowerBound * 1_000 + below((range.upperBound - range.lowerBound) * 20 + 1) * 50)
    }
}
