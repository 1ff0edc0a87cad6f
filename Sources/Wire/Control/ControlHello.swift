import Vocabulary

/// The first request on a connection, and the reply to it: who speaks, and what it can speak.
///
/// The protocol version stands first and is read before all else, so that a peer too new to be understood can
/// still be named as that.
package struct ControlHello: Sendable, Hashable {
    package static let timeZoneBytesMax = 64

    package let protocolVersion: ProtocolVersion
    package let mode: Mode
    package let boot: BootID
    package let incarnation: Incarnation
    /// The sender's wall clock as it wrote this.
    package let wallClock: WallTime
    /// At most ``HeartbeatMessage/softwareVersionBytesMax`` bytes; longer is cut.
    package let softwareVersion: String
    /// The time zone that the sender's settings name; empty where it is not told. At most ``timeZoneBytesMax`` bytes;
    /// longer is cut.
    package let timeZone: String

    package init(
        protocolVersion: ProtocolVersion = .current, mode: Mode, boot: BootID, incarnation: Incarnation,
        wallClock: WallTime, softwareVersion: String, timeZone: String
    ) {
        self.protocolVersion = protocolVersion
        self.mode = mode
        self.boot = boot
        self.incarnation = incarnation
        self.wallClock = wallClock
        self.softwareVersion = softwareVersion.bounded(toBytes: HeartbeatMessage.softwareVersionBytesMax)
        self.timeZone = timeZone.bounded(toBytes: Self.timeZoneBytesMax)
    }

    init?(from reader: inout ByteReader) {
        guard let version = reader.read(UInt16.self), let number = reader.read(UInt8.self),
            let mode = Mode(number: number), let boot = reader.read(UInt64.self),
            let incarnation = reader.read(UInt64.self), let clock = reader.read(Int64.self),
            let software = reader.readShortText(bytesMax: HeartbeatMessage.softwareVersionBytesMax),
            let zone = reader.readShortText(bytesMax: Self.timeZoneBytesMax)
        else { return nil }
        self.init(
            protocolVersion: ProtocolVersion(rawValue: version), mode: mode, boot: BootID(rawValue: boot),
            incarnation: Incarnation(rawValue: incarnation), wallClock: WallTime(rawValue: clock),
            softwareVersion: software, timeZone: zone)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(protocolVersion.rawValue)
        writer.write(mode.number)
        writer.write(boot.rawValue)
        writer.write(incarnation.rawValue)
        writer.write(wallClock.rawValue)
        writer.write(shortText: softwareVersion)
        writer.write(shortText: timeZone)
    }
}
