import Vocabulary

/// The second block of a zone file: the moments at which clocks are set, and to which offset.
struct ZoneBlock {
    let firstOffsetSeconds: Int
    let changes: [ZoneRules.Change]

    init(_ reader: inout ByteReader, _ header: ZoneBlockHeader) throws(ZoneFormatFault) {
        guard reader.remaining >= header.length(timeWidth: 8) else { throw .cutOff }
        let seconds = try Self.read(header.changeCount) { reader.read(Int64.self) }
        let kinds = try Self.read(header.changeCount) { reader.read(UInt8.self) }
        let offsets = try Self.read(header.kindCount) { Self.readOffset(&reader) }
        let rest = header.letterCount + header.leapCount * 12 + header.markCounts.utc + header.markCounts.standard
        guard reader.skip(rest) else { throw .cutOff }
        let areSound = offsets.allSatisfy { abs($0) < ZoneRules.offsetSecondsMax }
        let areOrdered = zip(seconds, seconds.dropFirst()).allSatisfy { $0 < $1 }
        guard let first = offsets.first, areSound, areOrdered, kinds.allSatisfy({ Int($0) < offsets.count }) else {
            throw .senseless
        }
        firstOffsetSeconds = first
        changes = zip(seconds, kinds).map { ZoneRules.Change(second: $0, offsetSeconds: offsets[Int($1)]) }
    }

    private static func read<Value>(_ count: Int, _ next: () -> Value?) throws(ZoneFormatFault) -> [Value] {
        var values: [Value] = []
        for _ in 0..<count {
            guard let value = next() else { throw .cutOff }
            values.append(value)
        }
        return values
    }

    /// An offset; whether it is daylight saving, and what it is called, follows it and is not needed.
    private static func readOffset(_ reader: inout ByteReader) -> Int? {
        guard let offset = reader.read(Int32.self), reader.skip(2) else { return nil }
        return Int(offset)
    }
}
