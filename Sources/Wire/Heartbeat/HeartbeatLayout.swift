/// Where the fields that no version may move lie. A reader of any version can check who signed a datagram and
/// tell a newer peer from a forger.
enum HeartbeatLayout {
    /// "CXFH"
    static let magic: UInt32 = 0x4358_4648
    /// Magic 4, length 2, version 2, pair 8.
    static let headerBytes = 16
    /// The signature: HMAC-SHA256 cut to its first half, over every byte before it.
    static let tagBytes = 16
    /// The body of version 1 without the characters of the software version and what stands behind them.
    static let bodyBytesMin = 123
    /// The number of a table.
    static let tableBytes = 4
    /// A position of a feed.
    static let positionBytes = 8
    static let hasEcho: UInt8 = 1 << 0
    static let hasRemembered: UInt8 = 1 << 1
}
