import Foundation
import Glibc

/// One HTTP question over a Unix socket, with as little as it takes.
struct UnixSocketQuestion {
    private static let answerMax = 4 << 20

    let path: String

    /// The body of a successful answer.
    func get(_ target: String) -> Data? {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard connect(descriptor) else { return nil }
        let question = Array("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard write(descriptor, question, question.count) == question.count else { return nil }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while answer.count < Self.answerMax {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        return Self.body(of: Data(answer))
    }

    private func connect(_ descriptor: CInt) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    private static func body(of answer: Data) -> Data? {
        guard answer.starts(with: Data("HTTP/1.1 200".utf8)), let head = answer.range(of: Data("\r\n\r\n".utf8)) else {
            return nil
        }
        // A JSON text stands between its outer braces, whichever way its length was told.
        let rest = answer[head.upperBound...]
        guard let first = rest.firstIndex(of: UInt8(ascii: "{")), let last = rest.lastIndex(of: UInt8(ascii: "}"))
        else {
            return nil
        }
        return Data(rest[first...last])
    }
}
