import Glibc

/// Tells whether a tone is in what was recorded: the algorithm of Goertzel, one frequency at a time.
package enum ToneDetector {
    /// Softer than this is silence, as the root of the mean square.
    private static let silence = 200.0

    /// How much of the sound's power is at a frequency, from 0 to 1; 0 where it is silent.
    package static func share(of tone: Tone, in samples: [Int16]) -> Double {
        let power = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
        guard !samples.isEmpty, (power / Double(samples.count)).squareRoot() > silence else { return 0 }
        let turn = 2 * cos(2 * Double.pi * Double(tone.frequency) / Double(Tone.rate))
        var last = 0.0
        var beforeLast = 0.0
        for sample in samples {
            let next = Double(sample) + turn * last - beforeLast
            beforeLast = last
            last = next
        }
        let found = last * last + beforeLast * beforeLast - turn * last * beforeLast
        return 2 * found / (Double(samples.count) * power)
    }
}
