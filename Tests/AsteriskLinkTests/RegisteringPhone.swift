import AsteriskTestKit
import Glibc

/// A phone that does no more than register.
final class RegisteringPhone: Sendable {
    struct NoAnswer: Error {
        let text: String
    }

    private let descriptor: Int32
    private let host: String
    private let port: UInt16
    private let registrar: AsteriskPlace

    init(registrar: AsteriskPlace) throws {
        self.registrar = registrar
        host = registrar.host
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        self.descriptor = descriptor
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = Self.address(host, 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, length) == 0 ? getsockname(descriptor, generic, &length) : -1
            }
        }
        guard status == 0 else { throw NoAnswer(text: "bind: \(errno)") }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    func uri(of extensionNumber: String) -> String { "sip:\(extensionNumber)@\(host):\(port)" }

    /// Registers and waits for the answer, which must be 200.
    func register(_ extensionNumber: String, expires: Int) throws {
        let record = "<sip:\(extensionNumber)@\(registrar.host)>"
        let lines = [
            "REGISTER sip:\(registrar.host) SIP/2.0",
            "Via: SIP/2.0/UDP \(host):\(port);branch=z9hG4bK-\(expires);rport",
            "From: \(record);tag=1", "To: \(record)", "Call-ID: \(port)-\(extensionNumber)", "CSeq: 1 REGISTER",
            "Contact: <\(uri(of: extensionNumber))>;expires=\(expires)", "Max-Forwards: 70", "Content-Length: 0", "",
            "",
        ]
        let text = lines.joined(separator: "\r\n")
        var target = Self.address(registrar.host, registrar.sipPort)
        withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, text, text.utf8.count, 0, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var answer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &answer, answer.count, 0)
        let words = String(decoding: answer.prefix(max(0, count)), as: UTF8.self)
        guard words.hasPrefix("SIP/2.0 200") else { throw NoAnswer(text: words) }
    }

    private static func address(_ host: String, _ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return address
    }
}
