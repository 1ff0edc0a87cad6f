import Glibc

/// Counts heartbeats on the loopback interface as they pass, with every header that a wire would carry.
///
/// It needs the right to open packet sockets, which root has.
struct HeartbeatCounter: ~Copyable {
    /// Datagrams and bits of one direction.
    struct Count {
        var datagrams = 0
        var bytes = 0
    }

    /// Ethernet's header, frame check, preamble and gap; the loopback has none of them, a wire has them all.
    private static let frameBytes = 38
    private static let port: UInt16 = 65_000
    /// Ethernet's number for IP, version 4.
    private static let everyIP: UInt16 = 0x0800
    /// The size of the kernel's `sockaddr_ll`, where in it the kind of packet stands, and the kind that leaves.
    private static let addressBytes = 20
    private static let kindOffset = 10
    private static let outgoing: UInt8 = 4

    private let descriptor: CInt

    /// Opens the socket; nil without the right to.
    init?() {
        let kind = CInt(Self.everyIP.bigEndian)
        descriptor = socket(AF_PACKET, CInt(SOCK_DGRAM.rawValue), kind)
        guard descriptor >= 0 else { return nil }
        var patience = timeval(tv_sec: 0, tv_usec: 200_000)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var room: CInt = 8 << 20
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<CInt>.size))
    }

    deinit { close(descriptor) }

    /// Counts for so long, by the source address's second octet.
    func count(seconds: Int) -> [UInt8: Count] {
        var counts: [UInt8: Count] = [:]
        var packet = [UInt8](repeating: 0, count: 2_048)
        var from = [UInt8](repeating: 0, count: Self.addressBytes)
        let end = time(nil) + seconds
        while time(nil) < end {
            var length = socklen_t(from.count)
            let size = from.withUnsafeMutableBytes { bytes in
                recvfrom(
                    descriptor, &packet, packet.count, 0, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                    &length)
            }
            // Each packet passes the loopback twice: going out and coming in.
            guard size >= 28, from[Self.kindOffset] != Self.outgoing, packet[9] == UInt8(IPPROTO_UDP) else { continue }
            let header = Int(packet[0] & 15) * 4
            guard header + 4 <= size else { continue }
            let target = UInt16(packet[header + 2]) << 8 | UInt16(packet[header + 3])
            guard target == Self.port, packet[12] == 127 else { continue }
            counts[packet[13], default: Count()].datagrams += 1
            counts[packet[13], default: Count()].bytes += Int(packet[2]) << 8 + Int(packet[3]) + Self.frameBytes
        }
        return counts
    }
}
