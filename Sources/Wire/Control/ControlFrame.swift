/// One message between the daemons as it travels: `[UInt32 length][UInt16 kind][UInt32 id][body]`, where the length
/// counts everything after itself.
package struct ControlFrame: Sendable, Hashable {
    /// The largest value of the length field: a message never needs more.
    package static let lengthMax = 65_536
    /// Kind and id.
    static let headBytes = 6

    /// Which message the body holds.
    package let kind: UInt16
    /// Joins answers to their request; drawn by the side that asks.
    package let id: UInt32
    package let body: [UInt8]

    package init(kind: UInt16, id: UInt32, body: [UInt8]) {
        precondition(body.count <= Self.lengthMax - Self.headBytes, "a control message of \(body.count) bytes")
        self.kind = kind
        self.id = id
        self.body = body
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter(reserving: 4 + Self.headBytes + body.count)
        writer.write(UInt32(Self.headBytes + body.count))
        writer.write(kind)
        writer.write(id)
        writer.write(raw: body)
        return writer.bytes
    }
}
