import SeededTestKit
import Testing
import Vocabulary

@testable import Wire

struct HeartbeatCodecTests {
    private let key = Samples.key

    private func decode(
        _ datagram: [UInt8], keys: [HeartbeatKey] = [Samples.key]
    ) throws(HeartbeatDecodingError) -> HeartbeatMessage {
        try HeartbeatMessage(datagram: datagram, keys: keys)
    }

    /// `bytes` with a good length and signature, as a peer of another version would send them.
    private func signed(_ bytes: [UInt8]) -> [UInt8] {
        var unsigned = bytes
        let total = bytes.count + HeartbeatLayout.tagBytes
        (unsigned[4], unsigned[5]) = (UInt8(total >> 8), UInt8(total & 255))
        return unsigned + HeartbeatSignature.tag(of: unsigned[...], key: key.bytes)
    }

    private var unsignedSample: [UInt8] { Samples.heartbeatBytes.dropLast(HeartbeatLayout.tagBytes) }

    @Test func `the layout is what the byte table says`() throws {
        #expect(Samples.heartbeat.encoded(signedWith: key) == Samples.heartbeatBytes)
        #expect(try decode(Samples.heartbeatBytes) == Samples.heartbeat)
    }

    @Test(arguments: [
        Samples.heartbeat(echo: nil), Samples.heartbeat(remembered: nil), Samples.heartbeat(echo: nil, remembered: nil),
        Samples.heartbeat(software: ""), Samples.heartbeat(software: "1.0.0-Ünï"),
        Samples.heartbeat(software: String(repeating: "v", count: 32)), Samples.heartbeat(movedTables: []),
        Samples.heartbeat(software: String(repeating: "v", count: 32), movedTables: Array(9...16)),
        Samples.heartbeat(ringing: nil), Samples.heartbeat(ringing: nil, guestsAcknowledged: nil),
    ])
    func `a message survives the way`(message: HeartbeatMessage) throws {
        let datagram = message.encoded(signedWith: key)
        #expect(datagram.count <= HeartbeatMessage.datagramBytesMax)
        #expect(try decode(datagram) == message)
    }

    @Test func `a software version that is too long is cut between characters`() throws {
        #expect(Samples.heartbeat(software: String(repeating: "v", count: 33)).softwareVersion.utf8.count == 32)
        #expect(Samples.heartbeat(software: String(repeating: "é", count: 99)).softwareVersion.utf8.count == 32)
        #expect(Samples.heartbeat(software: "v" + String(repeating: "é", count: 99)).softwareVersion.utf8.count == 31)
    }

    @Test func `every shorter beginning is truncated`() {
        for count in 0..<Samples.heartbeatBytes.count {
            #expect(throws: HeartbeatDecodingError.truncated(bytes: count)) {
                try decode(Array(Samples.heartbeatBytes.prefix(count)))
            }
        }
    }

    @Test func `the limit holds at its edge, and before anything is read`() {
        let atLimit = [UInt8](repeating: 0, count: HeartbeatMessage.datagramBytesMax)
        #expect(throws: HeartbeatDecodingError.badMagic) { try decode(atLimit) }
        #expect(throws: HeartbeatDecodingError.oversized(bytes: 301)) { try decode(atLimit + [0]) }
        #expect(throws: HeartbeatDecodingError.oversized(bytes: 65_507)) {
            try decode(Samples.heartbeatBytes + [UInt8](repeating: 0, count: 65_507 - Samples.heartbeatBytes.count))
        }
    }

    @Test func `another magic is no heartbeat`() {
        for index in 0..<4 {
            var datagram = Samples.heartbeatBytes
            datagram[index] ^= 1
            #expect(throws: HeartbeatDecodingError.badMagic) { try decode(datagram) }
        }
    }

    @Test func `bytes behind the end are not accepted`() {
        #expect(throws: HeartbeatDecodingError.malformed(.length)) { try decode(Samples.heartbeatBytes + [0]) }
    }

    @Test func `any flipped bit behind the header is a forgery`() {
        for index in HeartbeatLayout.headerBytes..<Samples.heartbeatBytes.count {
            for bit in 0..<8 {
                var datagram = Samples.heartbeatBytes
                datagram[index] ^= 1 << UInt8(bit)
                #expect(throws: HeartbeatDecodingError.forged) { try decode(datagram) }
            }
        }
    }

    @Test func `a pair of its own is foreign, and the same pair with another key is forged`() {
        let other = Samples.otherDerivation.heartbeatKey
        #expect(throws: HeartbeatDecodingError.foreignPair(key.pair)) {
            try decode(Samples.heartbeatBytes, keys: [other])
        }
        #expect(throws: HeartbeatDecodingError.foreignPair(key.pair)) { try decode(Samples.heartbeatBytes, keys: []) }
        #expect(throws: HeartbeatDecodingError.forged) {
            try decode(Samples.heartbeatBytes, keys: [HeartbeatKey(pair: key.pair, bytes: other.bytes)])
        }
    }

    @Test func `while the secret is replaced the old and the new are both good`() throws {
        let new = Samples.otherDerivation.heartbeatKey
        let message = Samples.heartbeat(pair: new.pair)
        #expect(try decode(message.encoded(signedWith: new), keys: [key, new]) == message)
        #expect(try decode(Samples.heartbeatBytes, keys: [new, key]) == Samples.heartbeat)
    }

    @Test func `a newer peer is known as newer only by its signature`() {
        let newer = Samples.heartbeat(version: ProtocolVersion(rawValue: 2)).encoded(signedWith: key)
        #expect(throws: HeartbeatDecodingError.protocolTooNew(theirs: 2)) { try decode(newer) }
        var forged = Samples.heartbeatBytes
        forged[7] = 2
        #expect(throws: HeartbeatDecodingError.forged) { try decode(forged) }
    }

    @Test func `a newer peer may have any body at all`() {
        var header = Array(unsignedSample.prefix(HeartbeatLayout.headerBytes))
        (header[6], header[7]) = (0x01, 0x02)
        #expect(throws: HeartbeatDecodingError.protocolTooNew(theirs: 0x102)) { try decode(signed(header)) }
        #expect(throws: HeartbeatDecodingError.protocolTooNew(theirs: 0x102)) { try decode(signed(header + [9, 9])) }
    }

    @Test func `a version before the first is too old`() {
        let older = Samples.heartbeat(version: ProtocolVersion(rawValue: 0)).encoded(signedWith: key)
        #expect(throws: HeartbeatDecodingError.protocolTooOld(theirs: 0)) { try decode(older) }
    }

    @Test func `fields that a later release adds are passed over`() throws {
        #expect(try decode(signed(unsignedSample + [1, 2, 3, 4])) == Samples.heartbeat)
    }

    @Test func `health bits that a later release sets travel through`() throws {
        var bytes = unsignedSample
        bytes[17] = 0x80
        #expect(try decode(signed(bytes)).health.rawValue == 0x8007)
    }

    @Test(arguments: [
        (16, UInt8(0), HeartbeatField.sender), (16, 3, .sender), (83, 0, .configurationOwner), (92, 9, .guestOwner),
        (138, 33, .softwareVersion), (139, 0xFF, .softwareVersion), (144, 9, .movedTables),
        (153, 45, .ringing), (153, 47, .guestsAcknowledged), (153, 55, .ringing),
    ])
    func `an impossible field is named, though authentic`(offset: Int, value: UInt8, field: HeartbeatField) {
        var bytes = unsignedSample
        bytes[offset] = value
        #expect(throws: HeartbeatDecodingError.malformed(field)) { try decode(signed(bytes)) }
    }

    @Test func `an authentic body that ends early is malformed, unless it ends where a former release did`() throws {
        let guests = unsignedSample.count - HeartbeatLayout.positionBytes
        let stand = guests - 1 - HeartbeatMessage.Ringing.bytesCount
        let tables = stand - 1 - 2 * HeartbeatLayout.tableBytes
        for count in HeartbeatLayout.headerBytes..<unsignedSample.count where ![tables, stand, guests].contains(count) {
            let field: HeartbeatField =
                if count < HeartbeatLayout.headerBytes + HeartbeatLayout.bodyBytesMin {
                    .body
                } else if count < tables {
                    .softwareVersion
                } else {
                    count < stand ? .movedTables : count < guests ? .ringing : .guestsAcknowledged
                }
            #expect(throws: HeartbeatDecodingError.malformed(field)) {
                try decode(signed(Array(unsignedSample.prefix(count))))
            }
        }
        let former = try decode(signed(Array(unsignedSample.prefix(tables))))
        #expect(former == Samples.heartbeat(movedTables: [], ringing: nil, guestsAcknowledged: nil))
        let untaught = try decode(signed(Array(unsignedSample.prefix(stand))))
        #expect(untaught == Samples.heartbeat(ringing: nil, guestsAcknowledged: nil))
        #expect(
            try decode(signed(Array(unsignedSample.prefix(guests)))) == Samples.heartbeat(guestsAcknowledged: nil))
    }

    @Test func `the stand towards ringing may grow at its end, and what a later release is able to is not relied on`()
        throws
    {
        let guests = unsignedSample.count - HeartbeatLayout.positionBytes
        let stand = guests - 1 - HeartbeatMessage.Ringing.bytesCount
        var bytes = unsignedSample
        bytes.insert(contentsOf: [7, 7], at: guests)
        bytes[stand] += 2
        #expect(try decode(signed(bytes)) == Samples.heartbeat)
        bytes = unsignedSample
        bytes[stand + 2] = 3
        #expect(try decode(signed(bytes)).ringing?.ability == HeartbeatMessage.Ringing.Ability.none)
    }

    @Test func `no more tables are named than fit`() {
        #expect(Samples.heartbeat(movedTables: Array(1...9)).movedTables == Array(1...8))
    }

    @Test func `random bytes are never a heartbeat and never harm`() {
        var random = Seeded(seed: 1)
        for _ in 0..<20_000 {
            var datagram = random.bytes(Int(random.next() % 320))
            if random.next() % 2 == 0, datagram.count >= 16 {
                datagram.replaceSubrange(0..<16, with: Samples.heartbeatBytes.prefix(16))
                (datagram[4], datagram[5]) = (UInt8(datagram.count >> 8), UInt8(datagram.count & 255))
            }
            #expect(throws: HeartbeatDecodingError.self) { try decode(datagram) }
        }
    }

    @Test func `authentic nonsense never harms`() {
        var random = Seeded(seed: 2)
        for _ in 0..<5_000 {
            var bytes = unsignedSample
            for _ in 0...(random.next() % 4) {
                let index = HeartbeatLayout.headerBytes + Int(random.next() % UInt64(bytes.count - 16))
                bytes[index] = UInt8(truncatingIfNeeded: random.next())
            }
            if random.next() % 4 == 0 { bytes = Array(bytes.prefix(16 + Int(random.next() % 130))) }
            guard let message = try? decode(signed(bytes)) else { continue }
            let again = try? decode(message.encoded(signedWith: key))
            #expect(again == message)
        }
    }

    @Test func `idle traffic stays below 16 kbit a second in each direction`() {
        let headerBytes = 28
        let idle = Samples.heartbeat(software: String(repeating: "v", count: 32), movedTables: [])
        let largest = idle.encoded(signedWith: key).count
        let perSecond = 4
        #expect((largest + headerBytes) * 8 * perSecond <= 16_000)
    }
}
