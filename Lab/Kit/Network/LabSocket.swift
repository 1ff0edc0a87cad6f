import Glibc

/// A socket in a namespace of the lab, used from here without ever waiting.
final class LabSocket: Sendable {
    private static let bufferSize = 65_536
    /// More than 20 ms of speech are.
    private static let speechSize = 512

    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// A connection to a port of the namespace's own loopback; nil while nobody listens.
    static func connection(to port: UInt16, in namespace: NetworkNamespace) throws(LabFailure) -> LabSocket? {
        let made = try make(SOCK_STREAM.rawValue, in: namespace)
        guard made.with(host: "127.0.0.1", port: port, { connect(made.descriptor, $0, $1) }) == 0 else { return nil }
        _ = fcntl(made.descriptor, F_SETFL, O_NONBLOCK)
        return made
    }

    /// A socket for datagrams.
    static func datagrams(in namespace: NetworkNamespace) throws(LabFailure) -> LabSocket {
        let made = try make(SOCK_DGRAM.rawValue, in: namespace)
        _ = fcntl(made.descriptor, F_SETFL, O_NONBLOCK)
        return made
    }

    /// A socket for datagrams at a port of every address that the namespace has; 0 is any that is free.
    static func datagrams(in namespace: NetworkNamespace, at port: UInt16) throws(LabFailure) -> LabSocket {
        let made = try datagrams(in: namespace)
        guard made.with(host: "0.0.0.0", port: port, { bind(made.descriptor, $0, $1) }) == 0 else {
            throw .unusable("port \(port) in \(namespace.name) is taken: error \(errno)")
        }
        return made
    }

    /// The port that it has.
    var boundPort: UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &size) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func make(_ kind: UInt32, in namespace: NetworkNamespace) throws(LabFailure) -> LabSocket {
        let descriptor = try namespace.enter { () throws(LabFailure) -> Int32 in
            socket(AF_INET, Int32(kind) | Int32(SOCK_CLOEXEC.rawValue), 0)
        }
        guard descriptor >= 0 else { throw .notStarted(program: "a socket in \(namespace.name)", number: errno) }
        return LabSocket(descriptor: descriptor)
    }

    /// Sends all of it; whether that worked.
    func send(_ bytes: [UInt8]) -> Bool {
        Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Sends a datagram; one that is lost is lost.
    func send(_ bytes: [UInt8], to host: String, port: UInt16) {
        _ = with(host: host, port: port) { sendto(descriptor, bytes, bytes.count, 0, $0, $1) }
    }

    /// A datagram of speech that has arrived; nil where there is none.
    func receiveSpeech() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: Self.speechSize)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        return count > 0 ? Array(buffer.prefix(count)) : nil
    }

    /// What has arrived; nil where there is nothing, empty where the other end hung up.
    func receive() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count >= 0 { return Array(buffer[..<count]) }
            // Something earlier that was refused is told at the next call; it says nothing about what has arrived.
            guard errno == ECONNREFUSED || errno == EINTR else { return nil }
        }
    }

    private func with<T>(host: String, port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
