import Vocabulary

extension HeartbeatMessage {
    /// The signed datagram. The key must be this message's pair's own.
    package func encoded(signedWith key: HeartbeatKey) -> [UInt8] {
        precondition(pair == key.pair, "a heartbeat of pair \(pair) signed with the \(key)")
        let version = Array(softwareVersion.utf8)
        let tables = 1 + movedTables.count * HeartbeatLayout.tableBytes
        let stand = ringing == nil ? 0 : Ringing.bytesCount
        let unsigned =
            HeartbeatLayout.headerBytes + HeartbeatLayout.bodyBytesMin + version.count + tables + 1 + stand
            + (guestsAcknowledged == nil ? 0 : HeartbeatLayout.positionBytes)
        let total = unsigned + HeartbeatLayout.tagBytes
        var writer = ByteWriter(reserving: total)
        writeHeader(to: &writer, total: total)
        writeIdentity(to: &writer)
        writeFeed(to: &writer)
        writeMemory(to: &writer)
        writer.write(shortText: softwareVersion)
        writer.write(UInt8(movedTables.count))
        for table in movedTables { writer.write(table) }
        writer.write(UInt8(stand))
        ringing?.write(to: &writer)
        if let guestsAcknowledged { writer.write(guestsAcknowledged.rawValue) }
        precondition(writer.bytes.count == unsigned, "heartbeat of \(writer.bytes.count) bytes, not \(unsigned)")
        return writer.bytes + HeartbeatSignature.tag(of: writer.bytes[...], key: key.bytes)
    }

    private func writeHeader(to writer: inout ByteWriter, total: Int) {
        writer.write(HeartbeatLayout.magic)
        writer.write(UInt16(total))
        writer.write(protocolVersion.rawValue)
        writer.write(pair.rawValue)
    }

    private func writeIdentity(to writer: inout ByteWriter) {
        writer.write(sender.number)
        writer.write(health.rawValue)
        writer.write(boot.rawValue)
        writer.write(sequence)
        writer.write(sentAt.rawValue)
        writer.write(nodeIdentity)
    }

    private func writeFeed(to writer: inout ByteWriter) {
        writer.write(incarnation.rawValue)
        writer.write(feedHead.rawValue)
        writer.write(settledHead.rawValue)
        writer.write(acknowledged.rawValue)
        for reign in [configuration, guest] {
            writer.write(reign.owner.number)
            writer.write(reign.epoch.rawValue)
        }
    }

    /// Absent values are written as zeros, so that every field has one place.
    private func writeMemory(to writer: inout ByteWriter) {
        let echoed = echo == nil ? 0 : HeartbeatLayout.hasEcho
        writer.write(echoed | (remembered == nil ? 0 : HeartbeatLayout.hasRemembered))
        writer.write(echo?.boot.rawValue ?? 0)
        writer.write(echo?.sequence ?? 0)
        writer.write(echo?.heldMicroseconds ?? 0)
        writer.write(remembered?.incarnation.rawValue ?? 0)
        writer.write(remembered?.head.rawValue ?? 0)
    }
}
