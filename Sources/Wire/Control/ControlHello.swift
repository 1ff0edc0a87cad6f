import Vocabulary

/// The first request on a connection, and the reply to it: who speaks, and what it can speak.
///
/// The protocol version stands first and is read before all else, so that a peer too new to be understood can
/// still be named as that.
package struct ControlHello: Sendable, Hashable {
    package let protocolVersion: ProtocolVersion
    package let mode: Mode
    package let boot: BootID
    package let incarnation: Incarnation
    /// The sender's wall clock as it wrote this.
    package let wallClock: WallTime
    /// At most ``HeartbeatMessage/softwareVersionBytesMax`` bytes; longer is cut.
    package let softwareVersion: String

    package init(
        protocolVersion: ProtocolVersion = .current, mode: Mode, boot: BootID, incarnation: Incarnation,
        wallClock: WallTime, softwareVersion: String
    ) {
        self.protocolVersion = protocolVersion
        self.mode = mode
        self.boot = boot
        self.incarnation = incarnation
        self.wallClock = wallClock
        self.softwareVersion = softwareVersion.bounded(toBytes: HeartbeatMessage.softwareVersionBytesMax)
    }

    init?(from reader: inout ByteReader) {
        guard let version = reader.read(UInt16.self), let number = reader.read(UInt8.self),
            let mode = Mode(number: number), let boot = reader.read(UInt64.self),
            let incarnation = reader.read(UInt64.self), let clock = reader.read(Int64.self),
            let software = reader.readShortText(bytesMax: HeartbeatMessage.softwareVersionBytesMax)
        else { return nil }
        self.init(
            protocolVersion: ProtocolVersion(rawValue: version), mode: mode, boot: BootID(rawValue: boot),
            incarnation: Incarnation(rawValue: incarnation), wallClock: WallTime(rawValue: clock),
            softwareVersion: software)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(protocolVersion.rawValue)
        writer.write(mode.number)
        writer.write(boot.rawValue)
        writer.write(incarnation.rawValue)
        writer.write(wallClock.rawValue)
        writer.write(shortText: softwareVersion)
    }
}
