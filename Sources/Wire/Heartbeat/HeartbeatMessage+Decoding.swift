import Vocabulary

extension HeartbeatMessage {
    /// Reads a datagram that came from outside.
    ///
    /// The size is checked before anything is read, the signature before anything is believed. Trailing bytes of
    /// the body that this version does not know are passed over.
    ///
    /// - Parameters:
    ///   - datagram: the whole datagram.
    ///   - keys: every key in force; two while the secret is being replaced.
    package init(datagram: [UInt8], keys: [HeartbeatKey]) throws(HeartbeatDecodingError) {
        let version = try Self.authenticatedVersion(of: datagram, keys: keys)
        guard version <= ProtocolVersion.understood.upperBound else { throw .protocolTooNew(theirs: version.rawValue) }
        guard version >= ProtocolVersion.understood.lowerBound else { throw .protocolTooOld(theirs: version.rawValue) }
        let pair = PairID(rawValue: Self.number(in: datagram[8..<HeartbeatLayout.headerBytes]))
        let body = datagram[HeartbeatLayout.headerBytes..<datagram.count - HeartbeatLayout.tagBytes]
        self = try Self.decode(body: body, version: version, pair: pair)
    }

    /// The version that the sender wrote, once size, length, pair and signature are found good.
    private static func authenticatedVersion(
        of datagram: [UInt8], keys: [HeartbeatKey]
    ) throws(HeartbeatDecodingError) -> ProtocolVersion {
        guard datagram.count <= datagramBytesMax else { throw .oversized(bytes: datagram.count) }
        let shortest = HeartbeatLayout.headerBytes + HeartbeatLayout.tagBytes
        guard datagram.count >= shortest else { throw .truncated(bytes: datagram.count) }
        guard number(in: datagram[0..<4]) == UInt64(HeartbeatLayout.magic) else { throw .badMagic }
        let length = Int(number(in: datagram[4..<6]))
        guard length <= datagram.count else { throw .truncated(bytes: datagram.count) }
        guard length == datagram.count else { throw .malformed(.length) }
        let pair = PairID(rawValue: number(in: datagram[8..<16]))
        let candidates = keys.filter { $0.pair == pair }
        guard !candidates.isEmpty else { throw .foreignPair(pair) }
        let signed = datagram[..<(datagram.count - HeartbeatLayout.tagBytes)]
        let tag = datagram[signed.endIndex...]
        guard candidates.contains(where: { HeartbeatSignature.isTag(tag, of: signed, key: $0.bytes) }) else {
            throw .forged
        }
        return ProtocolVersion(rawValue: UInt16(number(in: datagram[6..<8])))
    }

    private static func number(in bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func decode(
        body: ArraySlice<UInt8>, version: ProtocolVersion, pair: PairID
    ) throws(HeartbeatDecodingError) -> HeartbeatMessage {
        guard body.count >= HeartbeatLayout.bodyBytesMin else { throw .malformed(.body) }
        var reader = ByteReader(body)
        let sender = try mode(in: &reader, field: .sender)
        let health = Health(rawValue: try take(from: &reader))
        let boot = BootID(rawValue: try take(from: &reader))
        let sequence: UInt64 = try take(from: &reader)
        let sentAt = WallTime(rawValue: try take(from: &reader))
        let nodeIdentity: UInt64 = try take(from: &reader)
        let incarnation = Incarnation(rawValue: try take(from: &reader))
        let feedHead = FeedPosition(rawValue: try take(from: &reader))
        let settledHead = FeedPosition(rawValue: try take(from: &reader))
        let acknowledged = FeedPosition(rawValue: try take(from: &reader))
        let configuration = try reign(in: &reader, field: .configurationOwner)
        let guest = try reign(in: &reader, field: .guestOwner)
        let present: UInt8 = try take(from: &reader)
        let echo = try echo(in: &reader)
        let remembered = try mark(in: &reader)
        guard let software = reader.readShortText(bytesMax: softwareVersionBytesMax) else {
            throw .malformed(.softwareVersion)
        }
        let moved = try movedTables(in: &reader)
        let ringing = try ringing(in: &reader)
        let guests = try guestsAcknowledged(in: &reader)
        return HeartbeatMessage(
            protocolVersion: version, pair: pair, sender: sender, health: health, boot: boot, sequence: sequence,
            sentAt: sentAt, nodeIdentity: nodeIdentity, incarnation: incarnation, feedHead: feedHead,
            settledHead: settledHead, acknowledged: acknowledged, configuration: configuration, guest: guest,
            echo: present & HeartbeatLayout.hasEcho == 0 ? nil : echo,
            remembered: present & HeartbeatLayout.hasRemembered == 0 ? nil : remembered, softwareVersion: software,
            movedTables: moved, ringing: ringing, guestsAcknowledged: guests)
    }

    private static func take<Number: FixedWidthInteger>(
        from reader: inout ByteReader
    ) throws(HeartbeatDecodingError) -> Number {
        guard let number = reader.read(Number.self) else { throw .malformed(.body) }
        return number
    }

    private static func mode(
        in reader: inout ByteReader, field: HeartbeatField
    ) throws(HeartbeatDecodingError) -> Mode {
        guard let mode = Mode(number: try take(from: &reader)) else { throw .malformed(field) }
        return mode
    }

    private static func reign(
        in reader: inout ByteReader, field: HeartbeatField
    ) throws(HeartbeatDecodingError) -> Reign {
        Reign(owner: try mode(in: &reader, field: field), epoch: Epoch(rawValue: try take(from: &reader)))
    }

    private static func echo(in reader: inout ByteReader) throws(HeartbeatDecodingError) -> Echo {
        Echo(
            boot: BootID(rawValue: try take(from: &reader)), sequence: try take(from: &reader),
            heldMicroseconds: try take(from: &reader))
    }

    private static func mark(in reader: inout ByteReader) throws(HeartbeatDecodingError) -> FeedMark {
        FeedMark(
            incarnation: Incarnation(rawValue: try take(from: &reader)),
            head: FeedPosition(rawValue: try take(from: &reader)))
    }

    /// A peer whose release knew of no tables ends before them.
    private static func movedTables(in reader: inout ByteReader) throws(HeartbeatDecodingError) -> [UInt32] {
        guard let count = reader.read(UInt8.self) else { return [] }
        guard count <= movedTablesMax else { throw .malformed(.movedTables) }
        var tables: [UInt32] = []
        for _ in 0..<count {
            guard let table = reader.read(UInt32.self) else { throw .malformed(.movedTables) }
            tables.append(table)
        }
        return tables
    }

    /// A peer whose release knew nothing of ringing ends before it. It may grow at its own end.
    private static func ringing(in reader: inout ByteReader) throws(HeartbeatDecodingError) -> Ringing? {
        guard let count = reader.read(UInt8.self), count > 0 else { return nil }
        guard count >= Ringing.bytesCount, reader.remaining >= count, let ringing = Ringing(from: &reader),
            reader.skip(Int(count) - Ringing.bytesCount)
        else { throw .malformed(.ringing) }
        return ringing
    }

    /// A peer whose release told of all items at once ends before it.
    private static func guestsAcknowledged(
        in reader: inout ByteReader
    ) throws(HeartbeatDecodingError) -> FeedPosition? {
        guard reader.remaining > 0 else { return nil }
        guard let position = reader.read(UInt64.self) else { throw .malformed(.guestsAcknowledged) }
        return FeedPosition(rawValue: position)
    }
}
