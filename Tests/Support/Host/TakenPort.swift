import Glibc
import Synchronization

/// A TCP port that another program has, until it gives it up.
package final class TakenPort: Sendable {
    /// The system did not give it.
    package struct Refused: Error, Sendable, Hashable {
        let number: Int32
    }

    package let port: Int
    private let descriptor: Mutex<Int32?>

    /// Listens there; port 0 lets the system choose. No program that is started meanwhile inherits it.
    package init(host: String = "127.0.0.1", port: UInt16 = 0) throws(Refused) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isTaken = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(descriptor, name, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, name, &length) == 0
            }
        }
        guard isTaken else {
            let number = errno
            close(descriptor)
            throw Refused(number: number)
        }
        self.port = Int(UInt16(bigEndian: address.sin_port))
        self.descriptor = Mutex(descriptor)
    }

    deinit { free() }

    /// Gives it up.
    package func free() {
        descriptor.withLock { descriptor in
            if let descriptor { close(descriptor) }
            descriptor = nil
        }
    }
}
