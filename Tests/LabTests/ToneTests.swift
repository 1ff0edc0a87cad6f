import LabKit
import Testing

@Suite struct ToneTests {
    @Test(arguments: [440, 620, 1_000])
    func `a tone is found in itself and in no other`(frequency: Int) {
        let samples = Tone(frequency: frequency).samples(4_000)
        #expect(ToneDetector.share(of: Tone(frequency: frequency), in: samples) > 0.99)
        #expect(ToneDetector.share(of: Tone(frequency: frequency + 100), in: samples) < 0.01)
    }

    @Test func `two tones share the power`() {
        let both = zip(Tone(frequency: 440).samples(4_000), Tone(frequency: 620).samples(4_000)).map { $0 / 2 + $1 / 2 }
        #expect(abs(ToneDetector.share(of: Tone(frequency: 440), in: both) - 0.5) < 0.02)
    }

    @Test func `silence and nothing are no tone`() {
        #expect(ToneDetector.share(of: Tone(frequency: 440), in: []) == 0)
        let soft = Tone(frequency: 440).samples(4_000).map { $0 / 100 }
        #expect(ToneDetector.share(of: Tone(frequency: 440), in: soft) == 0)
    }
}
