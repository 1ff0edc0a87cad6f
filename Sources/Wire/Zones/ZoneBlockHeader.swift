/// The 44 bytes before each block of a zone file: how many there are of each thing in it.
struct ZoneBlockHeader {
    let version: UInt8
    let markCounts: (utc: Int, standard: Int)
    let leapCount: Int
    let changeCount: Int
    let kindCount: Int
    let letterCount: Int

    init(_ reader: inout ByteReader) throws(ZoneFormatFault) {
        guard reader.read(UInt32.self) == 0x545A_6966 else { throw .noZoneFile }
        guard let version = reader.read(UInt8.self), reader.skip(15) else { throw .cutOff }
        var counts: [Int] = []
        for _ in 0..<6 {
            guard let count = reader.read(UInt32.self) else { throw .cutOff }
            counts.append(Int(count))
        }
        // No file is longer than its limit, hence no count is higher either.
        guard counts.allSatisfy({ $0 <= ZoneFormat.bytesMax }) else { throw .cutOff }
        self.version = version
        markCounts = (utc: counts[0], standard: counts[1])
        leapCount = counts[2]
        changeCount = counts[3]
        kindCount = counts[4]
        letterCount = counts[5]
    }

    /// The bytes of the block behind it.
    func length(timeWidth: Int) -> Int {
        changeCount * (timeWidth + 1) + kindCount * 6 + letterCount + leapCount * (timeWidth + 4)
            + markCounts.utc + markCounts.standard
    }
}
