import Glibc

/// A sine that a phone plays instead of a person's voice, so that whoever hears it can tell who speaks.
package struct Tone: Sendable, Hashable, Codable {
    /// What telephones speak: 8 kHz, one channel, 16 bits.
    package static let rate = 8_000
    private static let loudness = 9_000.0
    /// Longer than any call of a test: where the file ends, the phone hangs up.
    private static let length = 600

    /// In hertz; a multiple of 20, so that one turn fits into whole samples.
    package let frequency: Int

    package init(frequency: Int) { self.frequency = frequency }

    /// Samples of this tone.
    package func samples(_ count: Int) -> [Int16] {
        (0..<count).map { Int16(Self.loudness * sin(2 * Double.pi * Double(frequency * $0) / Double(Self.rate))) }
    }

    /// A file of this tone, made where it is missing.
    func file(in folder: String) throws(LabFailure) -> String {
        let path = "\(folder)/tone-\(frequency).wav"
        guard !LabFile.exists(path) else { return path }
        let second = samples(Self.rate).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        var bytes = Self.header(dataSize: second.count * Self.length)
        bytes.reserveCapacity(bytes.count + second.count * Self.length)
        for _ in 0..<Self.length { bytes += second }
        try LabFile.write(bytes, to: path)
        return path
    }

    private static func header(dataSize: Int) -> [UInt8] {
        func four(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        func two(_ value: Int) -> [UInt8] { (0..<2).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        return Array("RIFF".utf8) + four(36 + dataSize) + Array("WAVEfmt ".utf8)
            + four(16) + two(1) + two(1) + four(rate) + four(rate * 2) + two(2) + two(16)
            + Array("data".utf8) + four(dataSize)
    }
}
